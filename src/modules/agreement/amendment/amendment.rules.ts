import { type Day, dayAt, monthsAfter } from '../../../platform/calendar';
import type { Path } from '../../../platform/faults';
import { InputRules, MAX_MONEY, MAX_REASON } from '../../../platform/input-rules';
import { nameKey } from '../../../platform/text-forms';
import { ProjectKind, ServiceModel } from '../agreement.enums';
import {
  check113X,
  checkDomain,
  checkInstalments,
  MAX_PARTS,
  MAX_TERMS,
  MAX_YEARS,
  NAME,
} from '../registration/agreement.rules';
import { gapsBetween } from '../registration/term-gaps.rules';
import type { Amendable, AmendablePart } from './amendable.repository';
import { amendedTerms } from './amended-terms.rules';
import type { AmendmentContent, GivenPart } from './content';

/** Validates an amendment against what the agreement says on its day; targets aside. */
export function amendmentRules(input: AmendmentContent, before: Amendable, isBureau: boolean): InputRules {
  const rules = new InputRules();
  rules.prose(input.reason, ['reason'], MAX_REASON);
  if (input.documentNumber != null) rules.text(input.documentNumber, ['documentNumber'], 100);
  else if (isBureau) rules.add('DOCUMENT_NUMBER_MISSING', ['documentNumber']);
  checkDays(rules, input, before);
  if (input.annualFee != null) rules.amount(input.annualFee, ['annualFee'], MAX_MONEY, 2);
  if (input.requiredPosts != null) rules.amount(input.requiredPosts, ['requiredPosts'], '10000', 2);
  if (input.requiredCertifiedShare != null) {
    rules.amount(input.requiredCertifiedShare, ['requiredCertifiedShare'], '1', 6);
  }
  checkTerms(rules, input, before);
  checkParts(rules, 'zones', input.zones ?? [], before.zones, input.effectiveOn);
  checkParts(rules, 'points', input.points ?? [], before.points, input.effectiveOn);
  checkParts(rules, 'projects', input.projects ?? [], before.projects, input.effectiveOn);
  checkZonesOfPoints(rules, input, before);
  checkProjects(rules, input, before);
  if (input.instalments) checkInstalments(rules, input.instalments);
  return rules;
}

function checkDays(rules: InputRules, { effectiveOn, endsOn }: AmendmentContent, before: Amendable): void {
  const last = endsOn ?? before.endsOn;
  if (endsOn != null && rules.day(endsOn, ['endsOn'])) {
    if (endsOn < before.startsOn) rules.add('ENDS_BEFORE_START', ['endsOn']);
    else if (endsOn >= monthsAfter(before.startsOn, 12 * MAX_YEARS)) {
      rules.add('AGREEMENT_TOO_LONG', ['endsOn'], { years: MAX_YEARS });
    }
  }
  // An early end takes effect on the day after the last one, or earlier.
  const latest = last < before.endsOn ? dayAt(last, 2) : before.endsOn;
  if (effectiveOn < before.startsOn || effectiveOn > latest) {
    rules.add('OUTSIDE_AGREEMENT', ['effectiveOn'], { first: before.startsOn, last: latest });
  }
}

function checkTerms(rules: InputRules, input: AmendmentContent, before: Amendable): void {
  const given = input.terms ?? [];
  if (given.length === 0 && input.endsOn == null) return;
  given.forEach(({ id, name, startsOn, endsOn }, index) => {
    const path = ['terms', index];
    if (id != null && !before.terms.some((term) => term.id === id))
      rules.add('TERM_NOT_FOUND', [...path, 'id']);
    if (id != null && given.findIndex((term) => term.id === id) < index)
      rules.add('PART_TWICE', [...path, 'id']);
    if (id == null && name == null) rules.add('EMPTY_TEXT', [...path, 'name']);
    if (id == null && startsOn == null) rules.add('DAY_MISSING', [...path, 'startsOn']);
    if (id == null && endsOn == null) rules.add('DAY_MISSING', [...path, 'endsOn']);
    if (name != null) rules.text(name, [...path, 'name'], NAME);
    if (startsOn != null) rules.day(startsOn, [...path, 'startsOn']);
    if (endsOn != null) rules.day(endsOn, [...path, 'endsOn']);
  });
  if (rules.faults.some(({ path }) => path[0] === 'terms')) return;
  const after = amendedTerms(input, before);
  if (!rules.count(after.length, ['terms'], 1, MAX_TERMS)) return;
  const [first, last] = [before.startsOn, input.endsOn ?? before.endsOn];
  const pathOf = (index: number | null, ...more: string[]): Path =>
    index === null ? ['terms'] : ['terms', index, ...more];
  rules.distinct(after.map(({ name, index }) => ({ name, path: pathOf(index, 'name') })));
  after.forEach(({ startsOn, endsOn, index }, at) => {
    if (endsOn < startsOn) rules.add('ENDS_BEFORE_START', pathOf(index, 'endsOn'));
    if (startsOn < first || endsOn > last)
      rules.add('TERM_OUTSIDE_AGREEMENT', pathOf(index), { first, last });
    const earlier = after[at - 1];
    if (earlier && startsOn <= earlier.endsOn) rules.add('TERMS_OVERLAP', pathOf(index, 'startsOn'));
  });
  if (input.allowGaps) return;
  for (const { before: next, ...gap } of gapsBetween(after, first, last)) {
    rules.add(
      'TERMS_LEAVE_GAP',
      next === null ? ['terms'] : pathOf(after[next]?.index ?? null, 'startsOn'),
      gap,
    );
  }
}

/** A name given from a day on is not one that another part takes from a later day on. */
function checkLaterNames(
  rules: InputRules,
  list: 'zones' | 'points' | 'projects',
  given: readonly GivenPart[],
  parts: readonly AmendablePart[],
): void {
  given.forEach(({ id, name }, index) => {
    if (name == null) return;
    const later = parts.filter((part) => part.id !== id).flatMap(({ laterNames }) => laterNames);
    if (!later.some((one) => nameKey(one) === nameKey(name))) return;
    rules.add('DUPLICATE_NAME', [list, index, 'name'], { name });
  });
}

const NOT_FOUND = {
  zones: 'ZONE_NOT_FOUND',
  points: 'POINT_NOT_FOUND',
  projects: 'PROJECT_NOT_FOUND',
} as const;

const isClosed = ({ closesOn }: AmendablePart, day: Day): boolean => closesOn !== null && closesOn <= day;
const isOpen = (part: AmendablePart, day: Day): boolean =>
  !isClosed(part, day) && (part.opensOn === null || part.opensOn <= day);

function checkParts(
  rules: InputRules,
  list: 'zones' | 'points' | 'projects',
  given: readonly GivenPart[],
  parts: readonly AmendablePart[],
  day: Day,
): void {
  if (!rules.count(given.filter(({ id }) => id == null).length + parts.length, [list], 0, MAX_PARTS)) return;
  const seen = new Set<string>();
  given.forEach(({ id, name, close, zoneId, kind, domain }, index) => {
    const path = [list, index];
    if (name != null) rules.text(name, [...path, 'name'], NAME);
    if (zoneId != null && list !== 'points') rules.add('ONLY_POINTS_HAVE_ZONES', [...path, 'zoneId']);
    const part = parts.find((one) => one.id === id);
    if (id == null) {
      if (name == null) rules.add('EMPTY_TEXT', [...path, 'name']);
      if (close) rules.add('PART_NOT_YET', [...path, 'close']);
    } else if (!part) {
      rules.add(NOT_FOUND[list], [...path, 'id']);
    } else {
      if (seen.has(id)) rules.add('PART_TWICE', [...path, 'id']);
      if (!isOpen(part, day)) rules.add('PART_CLOSED', [...path, 'id'], { name: part.name });
      if (kind != null || domain != null)
        rules.add('KIND_IS_FIXED', [...path, kind == null ? 'domain' : 'kind']);
    }
    if (id != null) seen.add(id);
  });
  const renamed = new Map(
    given.flatMap(({ id, name }, index) => (id != null && name != null ? [[id, { name, index }]] : [])),
  );
  const closed = new Set(given.filter(({ close }) => close).map(({ id }) => id));
  checkLaterNames(rules, list, given, parts);
  rules.distinct([
    ...parts
      .filter((part) => !isClosed(part, day) && !closed.has(part.id))
      .map((part): { name: string; path: Path } => {
        const change = renamed.get(part.id);
        return change
          ? { name: change.name, path: [list, change.index, 'name'] }
          : { name: part.name, path: [list] };
      }),
    ...given.flatMap(({ id, name }, index) =>
      id == null && name != null ? [{ name, path: [list, index, 'name'] }] : [],
    ),
  ]);
}

function checkZonesOfPoints(
  rules: InputRules,
  { points, effectiveOn }: AmendmentContent,
  before: Amendable,
): void {
  const open = before.zones.filter((zone) => isOpen(zone, effectiveOn));
  (points ?? []).forEach(({ id, zoneId }, index) => {
    const path = ['points', index, 'zoneId'];
    if (zoneId != null && !open.some((zone) => zone.id === zoneId)) rules.add('ZONE_NOT_FOUND', path);
    if (zoneId == null && id == null && open.length > 0) rules.add('ZONE_OF_POINT_MISSING', path);
  });
}

function checkProjects(
  rules: InputRules,
  { projects, effectiveOn }: AmendmentContent,
  before: Amendable,
): void {
  if (!projects || projects.length === 0) return;
  projects.forEach(({ id, kind, domain }, index) => {
    if (id != null) return;
    if (kind == null) rules.add('KIND_MISSING', ['projects', index, 'kind']);
    else checkDomain(rules, { kind, domain: domain ?? null }, ['projects', index, 'domain']);
  });
  if (before.serviceModel !== ServiceModel.PROJECT_113X) return;
  const closed = new Set(projects.filter(({ close }) => close).map(({ id }) => id));
  check113X(rules, [
    ...before.projects
      .filter((project) => !isClosed(project, effectiveOn) && !closed.has(project.id))
      .map(({ kind, domain }) => ({ kind: kind ?? ProjectKind.SPECIAL, domain })),
    ...projects.flatMap(({ id, kind, domain }) =>
      id == null && kind != null ? [{ kind, domain: domain ?? null }] : [],
    ),
  ]);
}
