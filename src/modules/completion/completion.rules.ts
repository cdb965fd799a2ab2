import type Big from 'big.js';
import type { Day } from '../../platform/calendar';
import { exact, percentOf } from '../../platform/decimal';
import type { Catalogue, Indicator, Measure } from './catalogue';
import { shown } from './catalogue';
import type { Cell } from './completion.repository';

/** Target, completed quantity and percentage, formatted. */
export interface Completion {
  target: string | null;
  completed: string;
  percent: string | null;
}

export interface CompletionRow<Zone, Project> {
  indicator: Indicator;
  measure: Measure;
  total: Completion;
  byZone: (Completion & { zone: Zone })[];
  byProject: (Completion & { project: Project })[];
}

interface Part {
  id: string;
}

/** Sums of one scope: the whole agreement, a zone, a project. */
class Sum {
  private target: Big | null = null;
  private completed = ZERO;

  add(cell: Cell): void {
    if (cell.target !== null) this.target = (this.target ?? ZERO).plus(cell.target);
    this.completed = this.completed.plus(cell.completed);
  }

  /** A percentage is the ratio of the sums, never a mean of percentages. */
  shown(measure: Measure): Completion {
    const completed = this.completed.toFixed();
    const target = this.target?.toFixed() ?? null;
    return {
      target: target && shown(target, measure),
      completed: shown(completed, measure),
      percent: percentOf(completed, target),
    };
  }
}

const ZERO = exact('0');

/**
 * The rows of a completion table in catalogue order: one for every measure that has a target or a record. Cells without
 * a zone count in the total only; so do cells without a project.
 */
export function completionRows<Zone extends Part, Project extends Part>(
  catalogue: Catalogue,
  zones: readonly Zone[],
  projects: readonly Project[],
  cells: readonly Cell[],
): CompletionRow<Zone, Project>[] {
  const byMeasure = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = `${cell.indicator} ${cell.measure}`;
    const known = byMeasure.get(key);
    if (known) known.push(cell);
    else byMeasure.set(key, [cell]);
  }
  const rows: CompletionRow<Zone, Project>[] = [];
  for (const indicator of catalogue.indicators) {
    for (const measure of indicator.measures) {
      const own = byMeasure.get(`${indicator.code} ${measure.code}`);
      if (own) rows.push(rowOf(indicator, measure, zones, projects, own));
    }
  }
  return rows;
}

function rowOf<Zone extends Part, Project extends Part>(
  indicator: Indicator,
  measure: Measure,
  zones: readonly Zone[],
  projects: readonly Project[],
  cells: readonly Cell[],
): CompletionRow<Zone, Project> {
  const total = new Sum();
  const byZone = new Map(zones.map(({ id }) => [id, new Sum()]));
  const byProject = new Map(projects.map(({ id }) => [id, new Sum()]));
  for (const cell of cells) {
    total.add(cell);
    if (cell.zoneId !== null) byZone.get(cell.zoneId)?.add(cell);
    if (cell.projectId !== null) byProject.get(cell.projectId)?.add(cell);
  }
  const of = (sums: Map<string, Sum>, id: string): Completion => (sums.get(id) ?? new Sum()).shown(measure);
  return {
    indicator,
    measure,
    total: total.shown(measure),
    // Without object spread, which is ten times slower here; a table has hundreds of these.
    byZone: zones.map((zone) => {
      const { target, completed, percent } = of(byZone, zone.id);
      return { zone, target, completed, percent };
    }),
    byProject: projects.map((project) => {
      const { target, completed, percent } = of(byProject, project.id);
      return { project, target, completed, percent };
    }),
  };
}

/**
 * The default last day of a table: today during the term, else the last day of the term. Records are never in the
 * future, so both include all of them from the first day on.
 */
export function lastDayOf({ endsOn }: { endsOn: Day }, from: Day, today: Day): Day {
  return today >= from && today < endsOn ? today : endsOn;
}
