import type { FormContext } from '../form-context';
import type { Choices, NameKind } from '../reading/name-choices';
import { matchName, matchPoint, matchZone, type Match, type Named } from '../reading/names.rules';
import type { NameChoice } from './import-name.repository';

type Things = Pick<FormContext, 'indicators' | 'zones' | 'points' | 'projects'>;

/** The things of an agreement, or of the catalogue, that a name of a kind may stand for. */
export function thingsOf(kind: NameKind, { indicators, zones, points, projects }: Things): readonly Named[] {
  if (kind === 'INDICATOR') return indicators.map(({ code, nameZh }) => ({ id: code, name: nameZh }));
  return { ZONE: zones, POINT: points, PROJECT: projects }[kind];
}

/** Choices as they apply to an agreement: to the thing itself, or to the one of that name where the agreement is another. */
export function choicesFor(things: Things, choices: readonly NameChoice[]): Choices {
  const applied = new Map<string, string>();
  for (const { kind, key, id, name } of choices) {
    const candidates = thingsOf(kind, things);
    const own = candidates.find((thing) => thing.id === id);
    const match: Match<Named> = own ? { found: own } : byName(kind, name, candidates);
    if ('found' in match) applied.set(`${kind} ${key}`, match.found.id);
  }
  return applied;
}

function byName(kind: NameKind, name: string, candidates: readonly Named[]): Match<Named> {
  if (kind === 'ZONE') return matchZone(name, candidates);
  return kind === 'POINT' ? matchPoint(name, candidates) : matchName(name, candidates);
}
