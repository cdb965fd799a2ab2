import { USER_ERRORS } from '../callers';
import type { Oracle } from '../oracle';
import { kindsAt, verdictAt } from '../positions';
import { mayPass, NODE_TYPES } from '../verdicts';
import type { Person } from './people';
import { type Args, type EntryPoint, idPositionsOf, type Position, valuesAt } from './schema';
import type { Site } from './sites';

/** The answers that the tables require. */
export class Expectations {
  constructor(
    private readonly oracle: Oracle,
    private readonly who: Person,
  ) {}

  /** Whether a row of a kind exists for the caller. */
  sees(kind: string, id: unknown): boolean {
    const kinds = kind === '*' ? NODE_TYPES : [kind];
    return kinds.some((one) => this.oracle.visible(one, this.who).has(String(id)));
  }

  /** Whether an entry point below the root can be reached at all. */
  reaches({ route }: EntryPoint, site: Site): boolean {
    if (!route) return true;
    if (route.node === undefined) return mayPass(`Query.${route.root.name}`, this.who);
    return this.sees(route.node, site.ids[route.node]);
  }

  /** Whether an id is good at a position; `valid` are the arguments of a call in which all ids are, but for who calls. */
  accepts(position: Position, id: unknown, site: Site, valid: Args): boolean {
    const verdict = verdictAt(position.name);
    const { entity, exists } = verdict;
    if (exists === 'anywhere') return true;
    if (exists === 'never') return false;
    if (exists !== 'here')
      return (exists === 'directory' ? ['Organisation'] : kindsAt(verdict)).some((kind) =>
        this.sees(kind, id),
      );
    const named = valuesAt(valid, position.path);
    return named.length > 0 ? named.includes(id) : id === site.ids[entity];
  }

  /** What a call that is valid but for its ids, and for who makes it, comes to. `name` may be one of a special case. */
  outcome(name: string, entryPoint: EntryPoint, args: Args, site: Site, valid = args): string {
    const { who } = this;
    if (who.column === 'anonymous' && !mayPass(entryPoint.name, who)) return 'UNAUTHENTICATED';
    if (!this.reaches(entryPoint, site))
      return entryPoint.route?.node === undefined ? 'FORBIDDEN' : 'NOT_FOUND';
    if (!mayPass(entryPoint.name, who)) return 'FORBIDDEN';
    const refused = idPositionsOf(entryPoint).flatMap((position) => {
      const ids = valuesAt(args, position.path);
      const { otherwise } = verdictAt(position.name);
      return ids.every((id) => this.accepts(position, id, site, valid)) ? [] : [otherwise];
    });
    if (refused.includes('NOT_FOUND')) return 'NOT_FOUND';
    if (!mayPass(name, who)) return 'FORBIDDEN';
    if (refused.length > 0) return [...new Set(refused)].join(' ');
    return USER_ERRORS[`${name} by ${who.column}`] ?? USER_ERRORS[name] ?? 'ALLOWED';
  }
}
