import type { AuditedFragment } from '../../generated/graphql';
import { reportAuditTexts } from '../../messages/report-audit';
import { reportingTexts } from '../../messages/reporting';
import { type Figure, type FigureRow, figuresIn } from './figure-rows';

type Finding = Figure['inReport'][number];

/** What a line is about: an indicator with its measure, or the words of the report. */
export function subjectWords({
  indicator,
  measure,
  subject,
}: Pick<AuditedFragment, 'indicator' | 'measure' | 'subject'>): string {
  if (!indicator || !measure) return subject ?? '';
  return reportingTexts().published.measure(indicator.name, measure.name, measure.unit);
}

export function partWords(kind: Figure['kind']): string {
  const { columns } = reportAuditTexts();
  return { TARGET: columns.target, COMPLETED: columns.completed, PERCENT: columns.percent }[kind];
}

/** A figure of the records as it would be printed. */
export function recordedWords({ kind, recomputed }: Pick<AuditedFragment, 'kind' | 'recomputed'>): string {
  if (recomputed === null) return '/';
  return kind === 'PERCENT' ? `${recomputed}%` : recomputed;
}

/** The verdicts of a line against the records: one word where all are equal, else each that is not. */
export function againstWords(row: FigureRow): string[] {
  const messages = reportAuditTexts();
  const figures = figuresIn(row);
  const sentences = figures.flatMap((figure) => {
    const { verdict, kind } = figure;
    if (verdict === null || verdict === 'EQUAL') return [];
    const words = messages.verdicts[verdict];
    const part = partWords(kind);
    return verdict === 'NOT_RECORDED'
      ? [messages.recordedNone(part, words)]
      : [messages.recorded(part, words, recordedWords(figure))];
  });
  if (sentences.length > 0) return sentences;
  return [figures.every(({ verdict }) => verdict === null) ? messages.notCompared : messages.allEqual];
}

/** What a line says against its report, and what else its ratio could be of. */
export function insideWords(row: FigureRow): string[] {
  const messages = reportAuditTexts();
  if (row.isMissing) return [];
  const sentences = figuresIn(row).flatMap((figure) => [
    ...figure.inReport.map((finding) => findingWords(figure, finding)),
    ...figure.possible.map((possible) => possibleWords(possible)),
  ]);
  return sentences.length > 0 ? sentences : [messages.fine];
}

export function findingWords(
  { kind }: Pick<AuditedFragment, 'kind'>,
  { fault, expected, places }: Finding,
): string {
  const messages = reportAuditTexts();
  const what = expected === null ? '' : expectedWords(fault, expected);
  const where = places.length === 0 ? '' : messages.see(places.join('、'));
  return `${messages.fault(partWords(kind), messages.faults[fault])}${what}${where}`;
}

function expectedWords(fault: Finding['fault'], expected: string): string {
  const messages = reportAuditTexts();
  if (fault === 'TEXT_DIFFERS') return messages.elsewhere(expected);
  return fault === 'TARGET_OUT_OF_LINE' ? messages.likewise(expected) : messages.should(expected);
}

function possibleWords({ part, rounding, least, most }: Figure['possible'][number]): string {
  const messages = reportAuditTexts();
  const range =
    most === null
      ? messages.atLeast(least)
      : least === most
        ? messages.exactly(least)
        : messages.between(least, most);
  return messages.possible(partWords(part), range, messages.roundings[rounding]);
}
