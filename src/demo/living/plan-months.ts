import { at, dayIn, monthOf, type Year } from './days';
import type { Command, Step } from './commands';
import { recordsOn } from './plan-records';

/** The day of the month after on which a month is handed in, and that on which the street accepts it. */
interface Reading {
  handedIn: number;
  accepted: number | null;
}

/** One in each year is late: due on the fifth, it is handed in on the ninth. */
const LATE = { handedIn: 9, accepted: 16 };
const EARLIER: readonly Reading[] = [
  { handedIn: 3, accepted: 10 },
  { handedIn: 4, accepted: 12 },
  { handedIn: 3, accepted: 11 },
  LATE,
  { handedIn: 2, accepted: 9 },
  { handedIn: 4, accepted: 14 },
  { handedIn: 5, accepted: 12 },
  { handedIn: 3, accepted: 10 },
  { handedIn: 3, accepted: 9 },
  { handedIn: 4, accepted: 13 },
  { handedIn: 2, accepted: 10 },
  { handedIn: 3, accepted: 10 },
];
/** The sixth of them still waits for the street, and the seventh is handed in on the third. */
const CURRENT: readonly Reading[] = [
  { handedIn: 3, accepted: 12 },
  { handedIn: 4, accepted: 10 },
  LATE,
  { handedIn: 3, accepted: 14 },
  { handedIn: 4, accepted: 12 },
  { handedIn: 5, accepted: null },
  { handedIn: 3, accepted: null },
];
/** The month of the year in force that the street sends back when it prepares the assessment. */
const SENT_BACK = 4;

/** What is done with the months of a year. */
export function monthSteps(year: Year): Step[] {
  const readings = year.name === 'earlier' ? EARLIER : CURRENT;
  return [
    ...readings.flatMap((reading, index) => readingSteps(year, index, reading)),
    ...(year.name === 'current' ? sendingBack(year) : []),
  ];
}

function readingSteps(year: Year, index: number, { handedIn, accepted }: Reading): Step[] {
  const month = monthOf(year, index);
  const note = handedIn > 5 ? '因台账核对，延期报送。' : null;
  const handIn: Command = { kind: 'handIn', month, nth: 0, note };
  const steps: Step[] = [
    { at: at(dayIn(year, index + 1, handedIn), 17), by: 'manager', year, command: handIn },
  ];
  if (accepted === null) return steps;
  const accept: Command = { kind: 'accept', month, nth: 1, note: null };
  return [...steps, { at: at(dayIn(year, index + 1, accepted), 15), by: 'street', year, command: accept }];
}

/** A record of the month that is sent back is corrected; it has not been handed in again. */
function sendingBack(year: Year): Step[] {
  const month = monthOf(year, SENT_BACK);
  const reason = '电访人次与台账不一致，请核对后重新报送。';
  const sendBack: Command = { kind: 'sendBack', month, nth: 2, reason };
  const record = Array.from({ length: 28 }, (_, day) => dayIn(year, SENT_BACK, day + 1))
    .flatMap(recordsOn)
    .find(({ quantities }) => quantities.length === 1 && Number.isInteger(Number(quantities[0]?.value)));
  const steps: Step[] = [{ at: at(dayIn(year, 6, 24), 11), by: 'street', year, command: sendBack }];
  if (!record) return steps;
  const quantities = record.quantities.map(({ measure, value }) => ({
    measure,
    value: String(Number(value) + 1),
  }));
  const correction: Command = { kind: 'correction', record, quantities, reason: '与台账核对后更正' };
  return [...steps, { at: at(dayIn(year, 6, 26), 10), by: 'worker', year, command: correction }];
}
