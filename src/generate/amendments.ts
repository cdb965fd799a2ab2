import type { AmendmentContent } from '../modules/agreement';
import type { Day } from '../platform/calendar';
import { daysAfter, LAST_DAY, monthsAfter } from './days';
import { partsOf } from './parts';
import type { City, PlannedAgreement } from './plan';

/** Of so many agreements one is amended in the middle of its year, and of those in force one ends early. */
const AMENDED = 8;
const ENDING = 20;

/** An amendment that the bureau makes, and the day on which it does. */
interface PlannedAmendment {
  agreement: PlannedAgreement;
  on: Day;
  input: AmendmentContent;
}

/** What bureaus change of the agreements of a city: posts, fee and a target in mid-year, and a last day. */
export function amendmentsOf(city: City): PlannedAmendment[] {
  return city.agreements.flatMap((agreement, at) => [
    ...(at % AMENDED === 3 ? midYear(city, agreement, at) : []),
    ...(at % ENDING === 1 ? earlyEnd(agreement, at) : []),
  ]);
}

function midYear(city: City, agreement: PlannedAgreement, at: number): PlannedAmendment[] {
  const effectiveOn = monthsAfter(agreement.startsOn, 6);
  if (effectiveOn > LAST_DAY) return [];
  const { terms, targets } = partsOf(city, agreement);
  const open = terms.filter(({ endsOn }) => endsOn >= effectiveOn).map(({ id }) => id);
  const target = targets.find(({ termId }) => open.includes(termId));
  const input = {
    ...amendment(agreement, effectiveOn, `穗民〔2026〕${String(at)}号`, '年中调整'),
    requiredPosts: String(agreement.posts + 1),
    annualFee: String(Math.round(agreement.annualFee * 1.05)),
    targets: target ? [{ ...target, value: String(Number(target.value) + 10) }] : null,
  };
  return [{ agreement, on: effectiveOn, input }];
}

/** A month before its last day, which leaves what has been recorded and assessed as it is. */
function earlyEnd(agreement: PlannedAgreement, at: number): PlannedAmendment[] {
  const endsOn = daysAfter(monthsAfter(agreement.startsOn, 11), -1);
  if (endsOn <= LAST_DAY) return [];
  const number = `穗民〔2026〕终${String(at)}号`;
  const input = { ...amendment(agreement, daysAfter(endsOn, 1), number, '街道调整'), endsOn };
  return [{ agreement, on: LAST_DAY, input }];
}

function amendment(
  { id: agreementId }: PlannedAgreement,
  effectiveOn: Day,
  documentNumber: string,
  reason: string,
): AmendmentContent {
  return { agreementId, effectiveOn, reason, documentNumber };
}
