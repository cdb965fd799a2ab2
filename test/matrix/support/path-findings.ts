import {
  getNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Truth } from '../things';
import { DOORS, mayPass } from '../verdicts';
import { findAll } from './ask';
import { ofEachScope, type Person } from './people';
import { everythingBelow, type Named, namedIn, type Reach } from './walk';
import type { Matrix } from './world';

/** Asked of an agreement of several terms it wants to be told which: Term.completion leads to the same. */
const NEEDS_MORE = ['Agreement.completion'];

/** How far to go: from where tenants meet as deep as makes sense, from elsewhere until one of those places is reached. */
const DEEP: Reach = { isCrossroads: false, deepest: 12 };
const NEAR: Reach = { isCrossroads: false, deepest: 5 };
const REACH: Record<string, Reach> = {
  stations: { isCrossroads: true, deepest: 12 },
  organisations: { isCrossroads: false, deepest: 8 },
};

/** What is no child of any list, and reached from the own agreement only if somebody has done it. */
const NOT_EVERYWHERE = ['Operator', 'Purchaser', 'Member', 'ApiKey', 'Organisation', 'EvaluationItem'];

/**
 * Follows every path from every root field that needs no arguments, and from the own agreement, and reports
 * each thing on the way that whoever asks may not see; each refusal; and what should have been found and was not.
 */
export async function pathFindings(matrix: Matrix, schema: GraphQLSchema): Promise<string[]> {
  const truth = await matrix.truth();
  const told: [Person, Named[]][] = [];
  const refused = await findAll(ofEachScope(matrix.people), async (who) => {
    const seen: Named[] = [];
    const found: string[] = [];
    for (const { query, id } of waysIn(matrix, schema, truth, who)) {
      const { data, errors, text } = await who.client.ask(query, id === undefined ? {} : { id });
      if (errors.length > 0)
        found.push(`${who.name} is refused on ${query.slice(0, 60)}…: ${text.slice(0, 300)}`);
      seen.push(...namedIn(data));
    }
    told.push([who, seen]);
    return found;
  });
  // As it is now: the audit log has grown on the way.
  const after = await matrix.truth();
  const wrong = told.flatMap(([who, seen]) => [
    ...foreignIn(after, who, seen),
    ...missedBy(matrix, after, who, seen),
  ]);
  return [...refused, ...wrong];
}

/** What somebody was told of and may not see. */
export function foreignIn(truth: Truth, who: Person, seen: readonly Named[]): string[] {
  const visible = new Map<string, Set<string>>();
  return seen.flatMap(({ kind, id, at }) => {
    const may = visible.get(kind) ?? truth.visible(kind, who);
    visible.set(kind, may);
    return may.has(id) ? [] : [`${who.name} is told of the ${kind} ${id}, at ${at}`];
  });
}

function missedBy({ sites }: Matrix, truth: Truth, who: Person, seen: readonly Named[]): string[] {
  const own = sites.own.ids;
  if (!truth.visible('Agreement', who).has(own.Agreement!)) return [];
  const told = new Set(seen.map(({ kind, id }) => `${kind} ${id}`));
  return Object.entries(own).flatMap(([kind, id]) => {
    if (NOT_EVERYWHERE.includes(kind) || !truth.visible(kind, who).has(id)) return [];
    // Of staff, those who may not read the list are told codes, and an id only with the months of a report.
    if (kind.startsWith('Staff') && !mayPass('Agreement.staff', who)) return [];
    return told.has(`${kind} ${id}`) ? [] : [`${who.name} comes to the ${kind} of the own site on no path`];
  });
}

function waysIn(
  { sites }: Matrix,
  schema: GraphQLSchema,
  truth: Truth,
  who: Person,
): { query: string; id?: string }[] {
  const mayEnter = (type: string, field: string): boolean => {
    const name = `${type}.${field}`;
    return !NEEDS_MORE.includes(name) && (!DOORS.includes(name) || mayPass(name, who));
  };
  const roots = Object.values(schema.getQueryType()!.getFields()).flatMap((field) => {
    const type = getNamedType(field.type);
    if (!isObjectType(type) || field.args.some(isRequiredArgument) || !mayEnter('Query', field.name))
      return [];
    const call = field.args.some(({ name }) => name === 'first') ? `${field.name}(first: 20)` : field.name;
    return everythingBelow(type, mayEnter, REACH[field.name] ?? NEAR).map((below) => ({
      query: `{ ${call}${below} }`,
    }));
  });
  const agreement = schema.getType('Agreement') as GraphQLObjectType;
  const id = sites.own.ids.Agreement!;
  if (!truth.visible('Agreement', who).has(id)) return roots;
  const nodes = everythingBelow(agreement, mayEnter, DEEP).map((below) => ({
    query: `query($id: ID!) { node(id: $id) { ... on Agreement${below} } }`,
    id,
  }));
  return [...roots, ...nodes];
}
