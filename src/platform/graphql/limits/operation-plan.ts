import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { type Size, sizeOfArgument } from './argument-size';
import { costHintOf } from './cost';
import { type Cost, costOf, type Gate } from './cost-term';
import type { DocumentLimit, DocumentLimits } from './document-limits';
import { gatesOf } from './gates';

/** All that can be said of an operation without its variables. */
export interface OperationPlan {
  /** The first limit that it breaks. */
  broken: DocumentLimit | null;
  /** Whether it asks for the schema. */
  introspects: boolean;
  cost: Cost;
}

/** The nodes of one field of the answer: what is asked twice is answered once. */
interface Asked {
  field: GraphQLField<unknown, unknown>;
  nodes: FieldNode[];
  /** Null once one of the nodes stands there without a condition. */
  gates: readonly Gate[] | null;
}

/** Where in the operation a selection stands. */
interface Place {
  depth: number;
  introspection: boolean;
  /** How long the lists right below are, if this is a page or leads to one. */
  page: Size | null;
}

/** What a mutation costs beside what is asked of its answer, where it does not say so itself. */
const WRITE = 50;
/** How long a list is taken to be that nothing is known of. */
const USUAL_LIST = 10;
/** A part of the schema is in memory. */
const INTROSPECTED = 0.1;

/** Looks an operation of a valid document through. It stops at the first limit that is broken, so the work is bounded. */
export function planOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: DocumentLimits,
): OperationPlan {
  return new Survey(schema, document, operation, limits).plan();
}

class Survey {
  private broken: DocumentLimit | null = null;
  private introspects = false;
  private readonly left: Record<DocumentLimit, number>;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly limits: DocumentLimits,
  ) {
    this.left = { ...limits };
    this.fragments = new Map(
      document.definitions.flatMap((one) =>
        one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
      ),
    );
  }

  plan(): OperationPlan {
    const { schema, operation } = this;
    const root = schema.getRootType(operation.operation);
    this.spend('directives', operation.directives?.length ?? 0);
    const place = { depth: 0, introspection: false, page: null };
    const costs = root ? this.costsBelow(root, [operation.selectionSet], place) : [];
    const cost = costOf({ once: costs });
    return { broken: this.broken, introspects: this.introspects, cost };
  }

  /** The costs of all that is asked of one object. */
  private costsBelow(
    type: GraphQLCompositeType,
    selectionSets: readonly SelectionSetNode[],
    place: Place,
  ): Cost[] {
    const asked = new Map<string, Asked>();
    const seen = new Set<string>();
    for (const { selections } of selectionSets) this.collect(type, selections, [], asked, seen);
    return [...asked.values()].map((one) => this.costOfField(one, place));
  }

  private collect(
    type: GraphQLCompositeType,
    selections: readonly SelectionNode[],
    outer: readonly Gate[],
    asked: Map<string, Asked>,
    seen: Set<string>,
  ): void {
    for (const selection of selections) {
      this.spend('selections', 1);
      this.spend('directives', selection.directives?.length ?? 0);
      if (this.broken) return;
      const own = gatesOf(selection, this.operation);
      if (own === 'shut') continue;
      const gates = own.length === 0 ? outer : [...outer, ...own];
      if (selection.kind === Kind.FIELD) {
        this.note(type, selection, gates, asked);
        continue;
      }
      const fragment = this.fragmentOf(selection, type, gates, seen);
      const inner = fragment && this.typeWithin(type, fragment.typeCondition?.name.value);
      if (inner) this.collect(inner, fragment.selectionSet.selections, gates, asked, seen);
    }
  }

  /** The fragment of a spread; null where the same object has been asked for it before, which changes nothing. */
  private fragmentOf(
    selection: FragmentSpreadNode | InlineFragmentNode,
    type: GraphQLCompositeType,
    gates: readonly Gate[],
    seen: Set<string>,
  ): FragmentDefinitionNode | InlineFragmentNode | null {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
    const name = selection.name.value;
    const key = `${type.name} ${name}`;
    if (seen.has(key)) return null;
    if (gates.length === 0) seen.add(key);
    return this.fragments.get(name) ?? null;
  }

  /** The type whose fields a fragment asks for; null where it asks for those of another object. */
  private typeWithin(
    type: GraphQLCompositeType,
    conditionName: string | undefined,
  ): GraphQLCompositeType | null {
    if (conditionName === undefined || conditionName === type.name) return type;
    const condition = this.schema.getType(conditionName);
    if (!isCompositeType(condition)) return null;
    if (!isObjectType(type)) return condition;
    return isAbstractType(condition) && this.schema.isSubType(condition, type) ? type : null;
  }

  private note(
    type: GraphQLCompositeType,
    node: FieldNode,
    gates: readonly Gate[],
    asked: Map<string, Asked>,
  ): void {
    if (node.alias) this.spend('aliases', 1);
    const field = this.fieldOf(type, node.name.value);
    if (!field) return;
    const key = `${type.name} ${(node.alias ?? node.name).value}`;
    const known = asked.get(key);
    if (!known) {
      asked.set(key, { field, nodes: [node], gates });
      return;
    }
    known.nodes.push(node);
    known.gates = null;
  }

  private costOfField({ field, nodes, gates }: Asked, place: Place): Cost {
    const hint = costHintOf(field);
    const type = getNamedType(field.type);
    const introspection = place.introspection || field === SchemaMetaFieldDef || field === TypeMetaFieldDef;
    if (introspection) this.introspects = true;
    const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const common = { gates: gates ?? [] };
    const least = place.depth === 0 && this.operation.operation === OperationTypeNode.MUTATION ? WRITE : 0;
    if (!isCompositeType(type)) return costOf({ ...common, fixed: hint.weight ?? least });

    const depth = introspection ? place.depth : place.depth + 1;
    if (depth > this.limits.depth) this.broken ??= 'depth';
    const ofType = costHintOf(type);
    const weight = introspection ? INTROSPECTED : (hint.weight ?? (least || (ofType.weight ?? 1)));
    const told = this.toldSize(field, nodes[0]?.arguments ?? [], hint.sizedBy);
    const isList = isListType(getNullableType(field.type));
    const page = isList ? null : (told ?? (isPage(type) ? place.page : null));
    const below = this.broken ? [] : this.costsBelow(type, selectionSets, { depth, introspection, page });
    if (isList) {
      const size = told ?? hint.size ?? place.page ?? ofType.size ?? USUAL_LIST;
      return costOf({ ...common, size, perItem: weight, repeated: below });
    }
    return costOf({ ...common, fixed: weight, once: below, size: told ?? 1, perItem: hint.each ?? 0 });
  }

  /** How many a field's arguments ask for; null where they say nothing of it. */
  private toldSize(
    field: GraphQLField<unknown, unknown>,
    given: FieldNode['arguments'],
    sizedBy: string | undefined,
  ): Size | null {
    const path = sizedBy ?? (field.args.some(({ name }) => name === 'first') ? 'first' : null);
    return path === null ? null : sizeOfArgument(field, given ?? [], this.operation, path);
  }

  private fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (type === this.schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    // The fields of a union, and __typename everywhere, cost nothing.
    return 'getFields' in type ? type.getFields()[name] : undefined;
  }

  private spend(limit: DocumentLimit, amount: number): void {
    this.left[limit] -= amount;
    if (this.left[limit] < 0) this.broken ??= limit;
  }
}

/** True for a type that is a page of a list, wherever its size is told. */
function isPage(type: GraphQLCompositeType): boolean {
  return 'getFields' in type && 'pageInfo' in type.getFields();
}
