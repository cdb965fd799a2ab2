import { type Decimal, exact, trimmed } from '../../platform/decimal';
import type { CompletionTable } from '../completion';
import type { RecordedFigure } from './against.rules';
import { subjectKey } from './figure';

/** What was completed of a measure in a zone, or without one, as it was recorded at some moment. */
export interface CompletedSum {
  indicator: string;
  measure: string;
  zoneId: string | null;
  completed: Decimal;
}

type Table = Pick<CompletionTable, 'rows'>;

/** The figures of completion tables, one for each term, added up: in total and by zone. */
export function recordedFigures(tables: readonly Table[]): RecordedFigure[] {
  const sums = new Sums();
  for (const { rows } of tables) {
    for (const { indicator, measure, total, byZone } of rows) {
      const subject = { indicator: indicator.code, measure: measure.code };
      sums.add({ ...subject, zoneId: null }, total);
      for (const { zone, ...part } of byZone) sums.add({ ...subject, zoneId: zone.id }, part);
    }
  }
  return sums.figures();
}

/** The same targets, with what was completed by the sums of another moment. A total has all of them, with a zone or not. */
export function withCompleted(
  figures: readonly RecordedFigure[],
  completed: readonly CompletedSum[],
): RecordedFigure[] {
  const sums = new Sums();
  for (const { target, ...subject } of figures) sums.add(subject, { target, completed: '0' });
  for (const { completed: quantity, ...subject } of completed) {
    sums.add({ ...subject, zoneId: null }, { target: null, completed: quantity });
    if (subject.zoneId !== null) sums.add(subject, { target: null, completed: quantity });
  }
  return sums.figures();
}

type Key = Pick<RecordedFigure, 'indicator' | 'measure' | 'zoneId'>;

class Sums {
  private readonly byKey = new Map<string, RecordedFigure>();

  add(
    { indicator, measure, zoneId }: Key,
    { target, completed }: Pick<RecordedFigure, 'target' | 'completed'>,
  ): void {
    const key = subjectKey({ indicator, measure, zoneId, subject: null });
    const before = this.byKey.get(key);
    this.byKey.set(key, {
      indicator,
      measure,
      zoneId,
      target: sumOf(before?.target ?? null, target),
      completed: sumOf(before?.completed ?? '0', completed) ?? '0',
    });
  }

  figures(): RecordedFigure[] {
    return [...this.byKey.values()];
  }
}

function sumOf(one: Decimal | null, other: Decimal | null): Decimal | null {
  if (one === null || other === null) return one ?? other;
  return trimmed(exact(one).plus(other));
}
