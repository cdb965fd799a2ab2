import {
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Oracle } from '../oracle';
import { ENTRY_POINTS, mayPass } from '../verdicts';
import { findAll } from './ask';
import { ofEachScope, type Person } from './people';
import { selectionsBelow, type Named, namedIn, type Reach } from './walk';
import type { Matrix } from './world';

/** Asked of an agreement of several terms it needs to know which: Term.completion leads to the same. */
const NEEDS_MORE = ['Agreement.completion'];

/** How far to go: from types that tenants share as deep as makes sense, from elsewhere until one of those places is reached. */
const DEEP: Reach = { passesSharedTwice: false, deepest: 12 };
const NEAR: Reach = { passesSharedTwice: false, deepest: 5 };
const REACH: Record<string, Reach> = {
  stations: { passesSharedTwice: true, deepest: 12 },
  organisations: { passesSharedTwice: false, deepest: 8 },
};

/** What is no child of any list, and reached from the own agreement only if somebody has done it. */
const NOT_EVERYWHERE = [
  'Operator',
  'Purchaser',
  'Member',
  'ApiKey',
  'Organisation',
  'EvaluationItem',
  'MatchedName',
  'AdministratorReset',
  'Event',
  'Webhook',
  'WebhookDelivery',
];

/**
 * Follows every path from every root field that needs no arguments, and from the own agreement, and reports
 * each thing on the way that the reader may not see; each refusal; and what should have been found and was not.
 */
export async function pathFindings(matrix: Matrix, schema: GraphQLSchema): Promise<string[]> {
  const oracle = await matrix.oracle();
  const shown: [Person, Named[]][] = [];
  const refused = await findAll(ofEachScope(matrix.people), async (who) => {
    const seen: Named[] = [];
    const found: string[] = [];
    for (const { query, id } of waysIn(matrix, schema, oracle, who)) {
      const { data, errors, text } = await who.client.ask(query, id === undefined ? {} : { id });
      if (errors.length > 0)
        found.push(`${who.name} is refused on ${query.slice(0, 60)}…: ${text.slice(0, 300)}`);
      seen.push(...namedIn(data));
    }
    shown.push([who, seen]);
    return found;
  });
  // As it is now: the audit log has grown on the way.
  const after = await matrix.oracle({ withAuditLog: true });
  const wrong = shown.flatMap(([who, seen]) => [
    ...foreignIn(after, who, seen),
    ...missedBy(matrix, after, who, seen),
  ]);
  return [...refused, ...wrong];
}

/** What is named to somebody who may not see it. */
export function foreignIn(oracle: Oracle, who: Person, seen: readonly Named[]): string[] {
  return seen.flatMap(({ kind, id, at }) =>
    oracle.visible(kind, who).has(id) ? [] : [`${who.name} is shown the ${kind} ${id}, at ${at}`],
  );
}

/** What answers name and their readers may not see; `oracle` is read again where it lacks what was written since. */
export async function leaksIn(
  matrix: Matrix,
  oracle: Oracle,
  shown: readonly (readonly [Person, readonly Named[]])[],
): Promise<string[]> {
  const leaks = (by: Oracle): string[] => shown.flatMap(([who, seen]) => foreignIn(by, who, seen));
  return leaks(oracle).length === 0 ? [] : leaks(await matrix.oracle({ withAuditLog: true }));
}

function missedBy({ sites }: Matrix, oracle: Oracle, who: Person, seen: readonly Named[]): string[] {
  const own = sites.own.ids;
  if (!oracle.visible('Agreement', who).has(own.Agreement!)) return [];
  const shown = new Set(seen.map(({ kind, id }) => `${kind} ${id}`));
  return Object.entries(own).flatMap(([kind, id]) => {
    if (NOT_EVERYWHERE.includes(kind) || !oracle.visible(kind, who).has(id)) return [];
    // Of staff, those who may not read the list see codes, and an id only with the months of a report.
    if (kind.startsWith('Staff') && !mayPass('Agreement.staff', who)) return [];
    // Remarks are read with their records alone.
    if (kind === 'Remark' && !mayPass('Agreement.serviceRecords', who)) return [];
    return shown.has(`${kind} ${id}`) ? [] : [`${who.name} reaches the ${kind} of the own site on no path`];
  });
}

function waysIn(
  { sites }: Matrix,
  schema: GraphQLSchema,
  oracle: Oracle,
  who: Person,
): { query: string; id?: string }[] {
  const mayEnter = (type: string, field: string): boolean => {
    const name = `${type}.${field}`;
    return !NEEDS_MORE.includes(name) && (!ENTRY_POINTS.includes(name) || mayPass(name, who));
  };
  const roots = Object.values(schema.getQueryType()!.getFields()).flatMap((field) => {
    const type = getNamedType(field.type);
    if (!isObjectType(type) || field.args.some(isRequiredArgument) || !mayEnter('Query', field.name))
      return [];
    const call = field.args.some(({ name }) => name === 'first') ? `${field.name}(first: 20)` : field.name;
    return selectionsBelow(type, mayEnter, REACH[field.name] ?? NEAR).map((below) => ({
      query: `{ ${call}${below} }`,
    }));
  });
  const agreement = schema.getType('Agreement') as GraphQLObjectType;
  const id = sites.own.ids.Agreement!;
  if (!oracle.visible('Agreement', who).has(id)) return roots;
  const nodes = selectionsBelow(agreement, mayEnter, DEEP).map((below) => ({
    query: `query($id: ID!) { node(id: $id) { ... on Agreement${below} } }`,
    id,
  }));
  return [...roots, ...nodes];
}
