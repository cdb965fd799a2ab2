import { EARLIEST_DAY, LATEST_DAY } from '../../../platform/calendar';
import { exact, trimmed } from '../../../platform/decimal';
import type { Path } from '../../../platform/faults';
import { InputRules } from '../../../platform/input-rules';
import { AssessmentParty } from '../assessment.enums';
import type { Bands } from '../assessment.rules';
import type { GradeBandsInput, SchemePartyInput, SetAssessmentSchemeInput } from './scheme.input';
import type { SchemeParty } from './scheme.repository';

const WHOLE = '100';
const MAX_PARTIES = 20;
const MAX_ITEMS = 50;
const MAX_NAME = 100;

interface CheckedScheme extends Bands {
  parties: SchemeParty[];
}

/** Validates a scheme; returns its stored form. */
export function checkScheme(
  rules: InputRules,
  { year, parties, bands }: Pick<SetAssessmentSchemeInput, 'year' | 'parties' | 'bands'>,
): CheckedScheme {
  const [first, last] = [EARLIEST_DAY, LATEST_DAY].map((day) => Number(day.slice(0, 4))) as [number, number];
  if (year < first || year > last) rules.add('YEAR_OUT_OF_RANGE', ['year'], { first, last });
  rules.count(parties.length, ['parties'], 1, MAX_PARTIES);
  const before = rules.faults.length;
  const stored = parties.map((party, index) => checkParty(rules, party, ['parties', index]));
  refuseTwice(rules, stored);
  if (rules.faults.length === before && parties.length > 0) {
    const sum = sumOf(stored);
    if (!exact(sum).eq(WHOLE)) rules.add('MAXIMA_NOT_WHOLE', ['parties'], { sum, whole: WHOLE });
  }
  return { parties: stored, ...checkBands(rules, bands) };
}

function checkParty(
  rules: InputRules,
  { party, name, maximum, items }: SchemePartyInput,
  path: Path,
): SchemeParty {
  checkMaximum(rules, maximum, [...path, 'maximum']);
  const stored: SchemeParty = { party, maximum: trimmed(maximum) };
  if (party === AssessmentParty.OTHER) {
    stored.name = rules.text(name ?? '', [...path, 'name'], MAX_NAME);
  } else if (name != null) {
    rules.add('NAME_OF_OTHER_PARTY', [...path, 'name']);
  }
  if (items == null || items.length === 0) return stored;
  rules.count(items.length, [...path, 'items'], 0, MAX_ITEMS);
  const before = rules.faults.length;
  stored.items = items.map((item, index) => {
    checkMaximum(rules, item.maximum, [...path, 'items', index, 'maximum']);
    const text = rules.text(item.name, [...path, 'items', index, 'name'], MAX_NAME);
    return { name: text, maximum: trimmed(item.maximum) };
  });
  rules.distinct(
    stored.items.map((item, index) => ({ name: item.name, path: [...path, 'items', index, 'name'] })),
  );
  const sum = sumOf(stored.items);
  if (rules.faults.length === before && !exact(sum).eq(maximum)) {
    rules.add('ITEMS_NOT_MAXIMUM', [...path, 'items'], { sum, maximum: stored.maximum });
  }
  return stored;
}

function checkMaximum(rules: InputRules, maximum: string, path: Path): void {
  if (exact(maximum).eq(0)) rules.add('MAXIMUM_MISSING', path);
  rules.amount(maximum, path, WHOLE, 2);
}

/** Each party once; the others by their names. */
function refuseTwice(rules: InputRules, parties: readonly SchemeParty[]): void {
  const seen = new Set<AssessmentParty>();
  const others: { name: string; path: Path }[] = [];
  for (const [index, { party, name }] of parties.entries()) {
    if (party === AssessmentParty.OTHER) {
      others.push({ name: name ?? '', path: ['parties', index, 'name'] });
    } else if (seen.has(party)) {
      rules.add('PARTY_TWICE', ['parties', index, 'party']);
    }
    seen.add(party);
  }
  rules.distinct(others.filter(({ name }) => name !== ''));
}

function checkBands(rules: InputRules, bands: GradeBandsInput): Bands {
  const names = ['excellentFrom', 'goodFrom', 'qualifiedFrom'] as const;
  const before = rules.faults.length;
  for (const name of names) rules.amount(bands[name], ['bands', name], WHOLE, 2);
  const [excellent, good, qualified] = names.map((name) => exact(bands[name])) as [
    ReturnType<typeof exact>,
    ReturnType<typeof exact>,
    ReturnType<typeof exact>,
  ];
  const isOrdered = excellent.gt(good) && good.gt(qualified) && qualified.gt(0);
  if (rules.faults.length === before && !isOrdered) rules.add('BANDS_OUT_OF_ORDER', ['bands']);
  return {
    excellentFrom: trimmed(excellent),
    goodFrom: trimmed(good),
    qualifiedFrom: trimmed(qualified),
  };
}

function sumOf(parts: readonly { maximum: string }[]): string {
  return trimmed(parts.reduce((sum, { maximum }) => sum.plus(maximum), exact('0')));
}
