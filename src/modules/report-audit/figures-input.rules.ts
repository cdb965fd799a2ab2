import type { Path } from '../../platform/faults';
import type { InputRules } from '../../platform/input-rules';
import { beginningOf } from '../../platform/text-forms';
import { type Catalogue, checkIndicator, checkMeasure } from '../completion';
import type { ReadFigure } from './figure';
import { readPrinted } from './printed-value.rules';
import type { PublishedFigureInput } from './report-audit.input';

const MAX_WORDS = 100;
const MAX_PRINTED = 60;

/** The figures of an input, or what is wrong with them. */
export function checkFigures(
  rules: InputRules,
  catalogue: Catalogue,
  zoneIds: ReadonlySet<string>,
  inputs: readonly PublishedFigureInput[],
): ReadFigure[] {
  return inputs.flatMap((input, at) => checkFigure(rules, catalogue, zoneIds, input, ['figures', at]) ?? []);
}

function checkFigure(
  rules: InputRules,
  catalogue: Catalogue,
  zoneIds: ReadonlySet<string>,
  { zoneId = null, kind, ...input }: PublishedFigureInput,
  path: Path,
): ReadFigure | null {
  const of = checkSubject(rules, catalogue, input, path);
  if (zoneId !== null && !zoneIds.has(zoneId)) rules.add('ZONE_NOT_FOUND', [...path, 'zoneId']);
  const place = rules.text(input.where, [...path, 'where'], MAX_WORDS);
  const printed = rules.text(input.value, [...path, 'value'], MAX_PRINTED);
  const value = readPrinted(printed, kind);
  if (value === null) {
    rules.add('NOT_A_PRINTED_FIGURE', [...path, 'value'], { value: beginningOf(printed, 30) });
    return null;
  }
  return of && { ...of, zoneId, kind, printed, value, place };
}

function checkSubject(
  rules: InputRules,
  catalogue: Catalogue,
  {
    indicator: code,
    measure: measureCode,
    subject,
  }: Pick<PublishedFigureInput, 'indicator' | 'measure' | 'subject'>,
  path: Path,
): Pick<ReadFigure, 'indicator' | 'measure' | 'subject'> | null {
  const words = subject == null ? null : rules.text(subject, [...path, 'subject'], MAX_WORDS);
  if ((code == null) !== (measureCode == null) || (code == null) === (words === null)) {
    rules.add('FIGURE_OF_ONE_SUBJECT', path);
    return null;
  }
  if (words !== null) return { indicator: null, measure: null, subject: words };
  const indicator = checkIndicator(rules, catalogue, code ?? '', [...path, 'indicator']);
  const measure =
    indicator && checkMeasure(rules, catalogue, indicator, measureCode ?? '', [...path, 'measure']);
  return indicator && measure && { indicator: indicator.code, measure: measure.code, subject: null };
}
