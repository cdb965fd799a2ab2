import type { Decimal } from '../../../../platform/decimal';
import { exact } from '../../../../platform/decimal';
import type { CompletionRow, Indicator, Measure } from '../../../completion';

/** What the form says of one measure in one place; what was completed is null where it is to be filled in. */
export interface Figure {
  target: Decimal | null;
  completed: Decimal | null;
  percent: Decimal | null;
}

export interface NamedPart {
  id: string;
  name: string;
}

type Row = CompletionRow<NamedPart, NamedPart>;

/** One measure of an indicator, with its place in the catalogue. */
export interface Subject {
  indicator: Indicator;
  measure: Measure;
}

/** The figures of a completion table by measure and place. The form has a place for indicators without any, too. */
export class FormFigures {
  private readonly rows: ReadonlyMap<string, Row>;

  /** `isEmpty`: what was completed is left to be filled in. */
  constructor(
    table: readonly Row[],
    readonly isEmpty: boolean,
  ) {
    this.rows = new Map(table.map((row) => [keyOf(row), row]));
  }

  total(subject: Subject): Figure {
    return this.shown(this.rows.get(keyOf(subject))?.total);
  }

  zone(subject: Subject, id: string): Figure {
    return this.shown(this.rows.get(keyOf(subject))?.byZone.find(({ zone }) => zone.id === id));
  }

  project(subject: Subject, id: string): Figure {
    return this.shown(this.rows.get(keyOf(subject))?.byProject.find(({ project }) => project.id === id));
  }

  has(subject: Subject): boolean {
    return this.rows.has(keyOf(subject));
  }

  /** Whether anything of a measure is asked or done in a zone. */
  isByZone(subject: Subject): boolean {
    return this.rows.get(keyOf(subject))?.byZone.some(isFilled) ?? false;
  }

  private shown(figure: Omit<Figure, 'percent'> & { percent: Decimal | null } = NONE): Figure {
    const { target, completed, percent } = figure;
    return this.isEmpty
      ? { target, completed: null, percent: percent === null ? null : '0' }
      : { target, completed, percent };
  }
}

/** Whether anything is asked or done. */
export function isFilled({ target, completed }: Omit<Figure, 'percent'>): boolean {
  return target !== null || (completed !== null && !exact(completed).eq(0));
}

const NONE: Figure = { target: null, completed: '0', percent: null };
const keyOf = ({ indicator, measure }: Subject): string => `${indicator.code} ${measure.code}`;

export const subjectsOf = (indicator: Indicator): Subject[] =>
  indicator.measures.map((measure) => ({ indicator, measure }));
