import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { ENTITIES } from '../oracle';

/** An entity that an answer names: its kind, as in oracle.ts, its id, and its path in the answer. */
export interface Named {
  kind: string;
  id: string;
  at: string;
}

/** Fields other than `id` that hold ids, and the kind of what they name. A new one needs its row. */
const REFERENCES: Record<string, string> = {
  'AgreementEvent.amendmentId': 'Amendment',
  'AuditEntry.memberId': 'Account',
  'AuditEntry.agreementIds': 'Agreement',
  'EnrolStaffPayload.memberIds': 'StaffMember',
  'Expenditure.reverses': 'Expenditure',
  'Expenditure.reversedBy': 'Expenditure',
  'Payment.reverses': 'Payment',
  'Payment.reversedBy': 'Payment',
  'Receipt.reverses': 'Receipt',
  'Receipt.reversedBy': 'Receipt',
  'StaffMovement.memberId': 'StaffMember',
  'StaffPresence.memberId': 'StaffMember',
  'StaffWarning.memberId': 'StaffMember',
  'ImportName.matchedId': 'MatchedName',
  'Task.subjectId': 'Subject',
  'WebhookDelivery.eventId': 'Event',
  // The id of an entry of one of the three books.
  'FundingPayload.entryId': 'Entry',
};

/** The kind that a field's ids are of; undefined for a field that holds none. */
export function kindOf(type: string, field: string): string | undefined {
  return field === 'id' && type in ENTITIES ? type : REFERENCES[`${type}.${field}`];
}

/** Everything that an answer names by an id, each once, where it is first. Each object in it has to say its __typename. */
export function namedIn(answer: unknown): Named[] {
  const named = new Map<string, Named>();
  const at = ['data'];
  const add = (kind: string, id: string): void => {
    const key = `${kind} ${id}`;
    if (!named.has(key)) named.set(key, { kind, id, at: at.join('.') });
  };
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    const { __typename: type = '' } = value as { __typename?: string };
    for (const [field, part] of Object.entries(value) as [string, unknown][]) {
      at.push(field);
      const kind = kindOf(type, field);
      if (kind === undefined) visit(part);
      else for (const id of [part].flat() as (string | null)[]) if (id !== null) add(kind, id);
      at.pop();
    }
  };
  visit(answer);
  return [...named.values()];
}

/** Types that several tenants share: below them a path may pass a type for the second time. */
const SHARED_TYPES = ['Organisation', 'Station', 'Agreement'];
const WRAPPERS = /(Connection|Edge|PageInfo)$/;
/** How many of a list, by its depth in lists. */
const PAGES = [20, 6, 3, 2, 2, 2];
/** Fields of one operation, at most: what the API takes, and a good deal less. */
const MAX_FIELDS = 500;

/**
 * How many lists without pages to pass on a path: of a thing below them (targets, the rows of their table, the zones of each
 * row) the id is enough. What it leads to is asked on a shorter path; here it would be in the answer hundreds of times.
 */
const WHOLE_LISTS = 3;

/** How far to go. */
export interface Reach {
  /** Whether shared types may be passed twice. */
  passesSharedTwice: boolean;
  /** Objects one inside another, at most; the API takes 12. */
  deepest: number;
}

/** The lists passed on the way to a type: with pages, and without. */
interface Lists {
  paged: number;
  whole: number;
}

/** What is asked one inside the other, down to an id. */
type Path = readonly string[];
type Field = GraphQLField<unknown, unknown>;

/**
 * What to ask below a field to come to everything that can be reached from it, in as many selections as it takes: each
 * type once on a path, or twice as long as it only goes from shared types to shared types, and ids all along. `mayEnter`
 * leaves out the fields that would be refused.
 */
export function selectionsBelow(
  root: GraphQLObjectType,
  mayEnter: (type: string, field: string) => boolean,
  { passesSharedTwice, deepest }: Reach,
): string[] {
  const walk = (type: GraphQLObjectType, passed: readonly string[], depth: number, lists: Lists): Path[] => {
    const seen = passed.filter((name) => name === type.name).length;
    const often =
      passesSharedTwice && [...passed, type.name].every((name) => SHARED_TYPES.includes(name)) ? 2 : 1;
    const isRepeated = lists.whole >= WHOLE_LISTS && 'id' in type.getFields();
    const goesOn = (seen < often || WRAPPERS.test(type.name)) && depth < deepest && !isRepeated;
    const inside = WRAPPERS.test(type.name) ? passed : [...passed, type.name];
    const entered = new Set<string>();
    const below = (field: Field): Path[] => {
      const next = getNamedType(field.type);
      if (next.name === 'ID') return [[field.name]];
      if (!goesOn || !isObjectType(next) || /^(edges|pageInfo)$/.test(field.name)) return [];
      if (field.args.some(isRequiredArgument) || !mayEnter(type.name, field.name)) return [];
      const paged = field.args.some(({ name }) => name === 'first');
      const call = paged ? `${field.name}(first: ${PAGES[lists.paged] ?? 3})` : field.name;
      const what = next.name.replace(WRAPPERS, '');
      const isWhole = isListType(getNullableType(field.type)) && field.name !== 'nodes';
      const passedLists = { paged: lists.paged + Number(paged), whole: lists.whole + Number(isWhole) };
      // Where the type has been entered already, its id is enough.
      const paths = entered.has(what) ? shallow(next) : walk(next, inside, depth + 1, passedLists);
      entered.add(what);
      return paths.map((path) => [call, ...path]);
    };
    return Object.values(type.getFields()).flatMap(below);
  };
  return parted(walk(root, [], 1, { paged: 0, whole: 0 })).map(print);
}

/** The same paths in parts, none of which is too much for one operation. */
function parted(paths: readonly Path[]): Path[][] {
  const parts: Path[][] = [];
  let size = MAX_FIELDS;
  for (const path of paths) {
    // Every object on the way says its type as well.
    size += path.length * 2;
    const part = parts.at(-1);
    if (part && size < MAX_FIELDS) part.push(path);
    else {
      parts.push([path]);
      size = path.length * 2;
    }
  }
  return parts;
}

function print(paths: readonly Path[]): string {
  const below = new Map<string, Path[]>();
  for (const [field, ...rest] of paths) {
    if (field !== undefined) below.set(field, [...(below.get(field) ?? []), rest]);
  }
  if (below.size === 0) return '';
  return ` { ${['__typename', ...[...below].map(([field, inner]) => field + print(inner))].join(' ')} }`;
}

/** The ids of a thing, and of the nodes of a list. */
function shallow(type: GraphQLObjectType): Path[] {
  const { id, nodes } = type.getFields();
  const node = nodes && getNamedType(nodes.type);
  if (isObjectType(node)) return shallow(node).map((path) => ['nodes', ...path]);
  return id ? [['id']] : [];
}

/** The fields of object types that hold ids, as `Type.field`. */
export function idFields(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !isInterfaceType(type))
    .flatMap((type) =>
      Object.values((type as GraphQLObjectType).getFields())
        .filter((field) => getNamedType(field.type).name === 'ID')
        .map((field) => `${type.name}.${field.name}`),
    );
}
