import { message } from '../../../../messages';
import { type Decimal, exact, trimmed } from '../../../../platform/decimal';
import type { StoredTarget } from '../../../completion';
import type { FormFigure } from '../../fujian-1/figure';
import type { SheetFault } from '../../reading/fault';

/** A target that a form sets otherwise than it is. */
export interface TargetEdit {
  /** The line of the form that says so. */
  figure: FormFigure;
  zoneId: string | null;
  was: Decimal | null;
  /** Null: there is none any more. */
  becomes: Decimal | null;
}

interface TargetPlan {
  edits: TargetEdit[];
  faults: SheetFault[];
}

type Stored = readonly StoredTarget[];

/**
 * What the targets of a form change, of one term. Targets of zones are in its rows of zones, and the total is their sum;
 * only where no zone has one, the total is a target of the whole station.
 */
export function planTargets(figures: readonly FormFigure[], stored: Stored): TargetPlan {
  const plan: TargetPlan = { edits: [], faults: [] };
  const subjects = new Map<string, FormFigure[]>();
  for (const figure of figures) {
    const key = `${figure.indicator} ${figure.measure}`;
    subjects.set(key, [...(subjects.get(key) ?? []), figure]);
  }
  for (const own of subjects.values()) {
    const [first] = own;
    const of = stored.filter(
      ({ indicator, measure }) => indicator === first?.indicator && measure === first.measure,
    );
    planSubject(plan, own, of);
  }
  return plan;
}

function planSubject(plan: TargetPlan, figures: readonly FormFigure[], stored: Stored): void {
  const zones = figures.filter(({ zone }) => zone !== null);
  const total = figures.find(({ zone }) => zone === null);
  const isByZone = zones.some(({ target }) => target !== null);
  const isOf = (id: string | null, target: StoredTarget): boolean => target.zoneId === id;
  for (const figure of zones) {
    const id = figure.zone?.id ?? null;
    const parts = stored.filter((target) => isOf(id, target) && target.projectId !== null);
    compare(plan, figure, id, stored, parts);
  }
  if (isByZone) {
    const whole = stored.find((target) => target.zoneId === null && target.projectId === null);
    const figure = total ?? zones[0];
    if (whole && figure) plan.edits.push({ figure, zoneId: null, was: whole.value, becomes: null });
    if (total) plan.faults.push(...totalFaults(total, zones));
  } else if (total) {
    // Where the rows of zones say that there is none, what was theirs is the station's.
    const parts = stored.filter(({ zoneId, projectId }) =>
      zones.length > 0 ? projectId !== null : zoneId !== null || projectId !== null,
    );
    compare(plan, total, null, stored, parts);
  }
}

/** A figure against its target; one that is the sum of targets of parts changes only by them. */
function compare(
  { edits, faults }: TargetPlan,
  figure: FormFigure,
  zoneId: string | null,
  stored: Stored,
  parts: Stored,
): void {
  const becomes = figure.target;
  if (parts.length > 0) {
    const sum = sumOf(parts.map(({ value }) => value));
    if (becomes !== null && exact(becomes).eq(sum)) return;
    const args = { sum, given: becomes ?? '/' };
    faults.push({ ...message('TARGET_IS_BY_PARTS', args), severity: 'ERROR', ...targetKeyOf(figure) });
    return;
  }
  const was = stored.find((one) => one.zoneId === zoneId && one.projectId === null)?.value ?? null;
  if (!isSame(was, becomes)) edits.push({ figure, zoneId, was, becomes });
}

/** Where the total is not the sum of the zones, which the reading tells only of one sheet whose zones all have a target. */
function totalFaults(total: FormFigure, zones: readonly FormFigure[]): SheetFault[] {
  const isReported = zones.every(({ target, sheet }) => target !== null && sheet === total.sheet);
  const expected = sumOf(zones.flatMap(({ target }) => target ?? []));
  if (isReported || (total.target !== null && exact(total.target).eq(expected))) return [];
  const args = { given: total.target ?? '/', expected };
  return [{ ...message('TOTAL_DIFFERS', args), severity: 'WARNING', ...targetKeyOf(total) }];
}

const sumOf = (values: readonly Decimal[]): Decimal =>
  trimmed(values.reduce((sum, value) => sum.plus(value), exact('0')));

/** Whether two targets are equal, or neither is there. */
export const isSame = (one: Decimal | null, other: Decimal | null): boolean =>
  one === null || other === null ? one === other : exact(one).eq(other);

/** The cell of a target, and what it holds. */
export function targetKeyOf({ sheet, cells, target }: FormFigure): {
  sheet: string;
  cell: string;
  value: string;
} {
  return { sheet, cell: cells.target, value: target ?? '/' };
}
