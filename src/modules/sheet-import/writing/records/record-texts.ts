import { exact, trimmed } from '../../../../platform/decimal';
import { beginningOf } from '../../../../platform/text-forms';
import { type Catalogue, type Indicator, shown } from '../../../completion';
import type { LogRecord } from '../../service-log/record';

/** Quantities by measure, and the note, of a record or of a row. */
export interface RecordWords {
  amounts: Readonly<Record<string, string>>;
  note: string | null;
}

export function wordsOfRow({ quantities, note }: Pick<LogRecord, 'quantities' | 'note'>): RecordWords {
  return { amounts: Object.fromEntries(quantities.map(({ measure, value }) => [measure, value])), note };
}

/** What a record counts and says, for a list of changes: 个数 3，人次 20（备注）. */
export function textOfRecord(indicator: Indicator, { amounts, note }: RecordWords): string {
  const counted = indicator.measures.flatMap((measure) => {
    const value = amounts[measure.code];
    return value === undefined ? [] : [`${measure.name} ${shown(value, measure)}`];
  });
  return `${counted.join('，')}${note === null ? '' : `（${beginningOf(note)}）`}`;
}

/** Quantities in a form to be compared. */
export function comparedAmounts({ amounts }: RecordWords): string {
  return Object.entries(amounts)
    .filter(([, value]) => !exact(value).eq(0))
    .map(([measure, value]) => `${measure} ${trimmed(value)}`)
    .sort()
    .join(' ');
}

/** What a row is about: 片区一 · 惠城社区 · 红棉热线 · 2025-03-02. */
export function subjectOf(catalogue: Catalogue, { zone, point, project, indicator, day }: LogRecord): string {
  const names = [zone?.name, point?.name, project?.name, catalogue.get(indicator).nameZh, day];
  return names.filter((name) => name !== undefined).join(' · ');
}
