import type { Day } from '../../platform/calendar';
import { InputRules } from '../../platform/input-rules';
import { type AmendmentContent, MAX_TARGETS, type Structure } from '../agreement';
import type { Catalogue } from './catalogue';
import { checkProject, checkZone } from './location.rules';
import { checkIndicator, checkMeasure, checkValue } from './quantity.rules';

/** A target that is stored in the database. */
export interface StoredTarget {
  termId: string;
  zoneId: string | null;
  projectId: string | null;
  indicator: string;
  measure: string;
  value: string;
}

/** A target to set, or to remove where it has no value. */
export type GivenTarget = Pick<StoredTarget, 'termId' | 'indicator' | 'measure'> &
  Partial<Pick<StoredTarget, 'zoneId' | 'projectId'>> & { value?: string | null };

/** The parts that a target may name. */
export type PartsOfAgreement = Pick<Structure, 'terms' | 'zones' | 'projects'>;

/** As many as one call may set. */
export function checkCount(rules: InputRules, targets: readonly unknown[]): boolean {
  return rules.count(targets.length, ['targets'], 1, MAX_TARGETS);
}

/** Validates targets against the structure of an agreement and the catalogue. */
export function checkTargets(
  catalogue: Catalogue,
  structure: PartsOfAgreement,
  targets: readonly GivenTarget[],
): InputRules {
  const rules = new InputRules();
  const seen = new Set<string>();
  targets.forEach((target, index) => {
    const path = ['targets', index];
    if (!structure.terms.some(({ id }) => id === target.termId)) {
      rules.add('TERM_NOT_FOUND', [...path, 'termId']);
    }
    if (target.zoneId != null) checkZone(rules, structure, target.zoneId, [...path, 'zoneId']);
    if (target.projectId != null) checkProject(rules, structure, target.projectId, [...path, 'projectId']);
    const indicator = checkIndicator(rules, catalogue, target.indicator, [...path, 'indicator']);
    const measure =
      indicator && checkMeasure(rules, catalogue, indicator, target.measure, [...path, 'measure']);
    if (measure && target.value != null) checkValue(rules, target.value, measure, [...path, 'value']);
    const cell = cellOf(target);
    if (seen.has(cell)) {
      rules.add('TARGET_TWICE', path);
    }
    seen.add(cell);
  });
  return rules;
}

/**
 * Within one term, indicator and measure either every target names a zone or none does, likewise projects: else a
 * total would count some work twice. Validates the targets as they will be after the call.
 */
export function checkMixture(
  rules: InputRules,
  stored: readonly StoredTarget[],
  targets: readonly GivenTarget[],
): void {
  const after = new Map(stored.map((target) => [cellOf(target), target]));
  for (const target of targets) {
    if (target.value == null) after.delete(cellOf(target));
    else after.set(cellOf(target), storedOf(target));
  }
  const rowOf = ({ termId, indicator, measure }: StoredTarget): string =>
    [termId, indicator, measure].join(' ');
  const rows = new Map<string, StoredTarget[]>();
  for (const target of after.values()) rows.set(rowOf(target), [...(rows.get(rowOf(target)) ?? []), target]);

  targets.forEach((target, index) => {
    if (target.value == null) return;
    const row = rows.get(rowOf(storedOf(target))) ?? [];
    const mixed = (field: 'zoneId' | 'projectId'): boolean =>
      row.some((other) => (other[field] === null) !== (target[field] == null));
    if (mixed('zoneId')) {
      rules.add('TARGETS_MIX_ZONES', ['targets', index, 'zoneId']);
    }
    if (mixed('projectId')) {
      rules.add('TARGETS_MIX_PROJECTS', ['targets', index, 'projectId']);
    }
  });
}

function storedOf(target: GivenTarget): StoredTarget {
  const { termId, indicator, measure, zoneId = null, projectId = null, value } = target;
  return { termId, indicator, measure, zoneId, projectId, value: value ?? '' };
}

/** A target changes from a day within its term, or before it; and not in a zone or project that is closed on that day. */
export function checkDay(
  rules: InputRules,
  structure: Structure,
  targets: readonly GivenTarget[],
  day: Day,
): void {
  targets.forEach(({ termId, zoneId, projectId, value }, index) => {
    const term = structure.terms.find(({ id }) => id === termId);
    if (term && day > term.endsOn) {
      rules.add('TARGET_AFTER_TERM', ['targets', index, 'termId'], { endsOn: term.endsOn });
    }
    if (value == null) return;
    for (const [field, id, closed] of [
      ['zoneId', zoneId, structure.closed.zones],
      ['projectId', projectId, structure.closed.projects],
    ] as const) {
      const place = closed.find((one) => one.id === id && (one.closesOn <= day || one.opensOn > day));
      if (place) rules.add('PART_CLOSED', ['targets', index, field], { name: place.name });
    }
  });
}

/** What is closed keeps no target in a term that begins afterwards: none would see whose it is, and the total had it. */
export function checkClosing(
  rules: InputRules,
  { terms }: Pick<Structure, 'terms'>,
  { effectiveOn, zones, projects, targets }: AmendmentContent,
  stored: readonly StoredTarget[],
  names: PartNames,
): void {
  const removed = new Set((targets ?? []).filter(({ value }) => value == null).map(cellOf));
  for (const [list, field, given] of [
    ['zones', 'zoneId', zones],
    ['projects', 'projectId', projects],
  ] as const) {
    (given ?? []).forEach(({ id, close }, index) => {
      const left = terms.find(
        (term) =>
          term.startsOn >= effectiveOn &&
          stored.some(
            (target) =>
              target.termId === term.id &&
              target[field] === id &&
              target.value !== '' &&
              !removed.has(cellOf(target)),
          ),
      );
      if (close && left)
        rules.add('TARGETS_AFTER_CLOSING', [list, index, 'close'], { term: names.get(left.id) ?? '' });
    });
  }
}

/** The names of the parts of an agreement, by their ids. */
type PartNames = ReadonlyMap<string, string>;

/** A target in words: term, place, indicator and measure. */
export function wordsOf(catalogue: Catalogue, names: PartNames, target: GivenTarget): string {
  const indicator = catalogue.find(target.indicator);
  const measure = indicator?.measures.find(({ code }) => code === target.measure);
  return [
    names.get(target.termId),
    target.zoneId == null ? null : names.get(target.zoneId),
    target.projectId == null ? null : names.get(target.projectId),
    indicator?.nameZh,
    measure?.name,
  ]
    .filter((word) => word != null)
    .join(' · ');
}

/** The identity of a target: term, indicator, measure, zone and project. */
export function cellOf(target: GivenTarget): string {
  return [target.termId, target.indicator, target.measure, target.zoneId ?? '', target.projectId ?? ''].join(
    ' ',
  );
}
