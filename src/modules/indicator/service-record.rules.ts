import type { Day } from '../../platform/calendar';
import { trimmed } from '../../platform/decimal';
import type { Path } from '../../platform/faults';
import { InputRules } from '../../platform/input-rules';
import type { Structure } from '../agreement';
import type { Catalogue } from './catalogue';
import { checkDay, checkPlace, type Place } from './place.rules';
import { checkIndicator, checkQuantities, type GivenQuantity } from './quantity.rules';
import type { ServiceRecordInput } from './service-record.input';

const MOST_RECORDS = 500;
const MOST_NOTE = 2000;
const MOST_REASON = 500;

/** A record that has been found sound, as it will be stored. */
export interface SoundRecord extends Place {
  indicator: string;
  termId: string;
  occurredOn: Day;
  quantities: Record<string, string>;
  note: string | null;
  idempotencyKey: string | null;
}

export interface Checked {
  rules: InputRules;
  records: SoundRecord[];
}

/** Judges every row of a call, and names every fault of every row. */
export function checkRecords(
  catalogue: Catalogue,
  structure: Structure,
  given: readonly ServiceRecordInput[],
  today: Day,
): Checked {
  const rules = new InputRules();
  if (!rules.count(given.length, ['records'], 1, MOST_RECORDS)) return { rules, records: [] };
  const records = given.map((record, index) => {
    const path: Path = ['records', index];
    const indicator = checkIndicator(rules, catalogue, record.indicator, [...path, 'indicator']);
    if (indicator) checkQuantities(rules, catalogue, indicator, record.quantities, [...path, 'quantities']);
    return {
      indicator: record.indicator,
      termId: checkDay(rules, structure, record.occurredOn, today, [...path, 'occurredOn']) ?? '',
      occurredOn: record.occurredOn,
      ...checkPlace(rules, structure, record, path),
      quantities: storedQuantities(record.quantities),
      note: checkNote(rules, record.note, [...path, 'note']),
      idempotencyKey: rules.key(record.idempotencyKey, [...path, 'idempotencyKey']),
    };
  });
  return { rules, records };
}

/** Quantities as they are stored: exact decimals as text, by measure. */
export function storedQuantities(quantities: readonly GivenQuantity[]): Record<string, string> {
  return Object.fromEntries(quantities.map(({ measure, value }) => [measure, trimmed(value)]));
}

/** A note: none, or a text that says something; the one that stands there already may stay. */
export function checkNote(
  rules: InputRules,
  note: string | null | undefined,
  path: Path,
  before: string | null = null,
): string | null {
  return note == null ? null : rules.prose(note, path, MOST_NOTE, before);
}

/** Why a record is corrected or voided: it must be said. */
export function checkReason(rules: InputRules, reason: string): string {
  return rules.prose(reason, ['reason'], MOST_REASON);
}
