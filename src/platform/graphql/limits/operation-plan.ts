import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
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
import { costHintOf } from './cost';
import type { AskedField } from './operation-cost';

/** All that can be said of an operation without its variables. Conditions change nothing of it. */
export interface OperationPlan {
  /** Objects one inside another, introspection apart. */
  depth: number;
  /** Whether it asks for the schema. */
  introspects: boolean;
  /** What is asked of the root: what the operation's cost is made of. */
  asked: readonly AskedField[];
}

/** The nodes of one field of the answer: what is asked twice is answered once. */
interface Merged {
  field: GraphQLField<unknown, unknown>;
  nodes: [FieldNode, ...FieldNode[]];
}

/** Where in the operation a selection stands. */
interface Position {
  depth: number;
  introspection: boolean;
}

/** What a mutation costs beside what is asked of its answer, where it does not say so itself. */
const WRITE = 50;
/** A part of the schema is in memory. */
const INTROSPECTED = 0.1;
/** How long a list is taken to be that nothing is known of. */
const USUAL_LIST = 10;
const SCALAR = {
  sizedBy: null,
  each: 0,
  isList: false,
  size: undefined,
  usualSize: 1,
  isPage: false,
  below: [],
};

/** Looks an operation of a valid document through, whose size was bounded before: fragments are followed wherever they are spread. */
export function planOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationPlan {
  return new Survey(schema, document, operation).plan();
}

class Survey {
  private depth = 0;
  private introspects = false;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    for (const one of document.definitions) {
      if (one.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(one.name.value, one);
    }
  }

  plan(): OperationPlan {
    const { schema, operation } = this;
    const root = schema.getRootType(operation.operation);
    const asked = root ? this.below(root, [operation.selectionSet], { depth: 0, introspection: false }) : [];
    return { depth: this.depth, introspects: this.introspects, asked };
  }

  /** All that is asked of one object. */
  private below(
    type: GraphQLCompositeType,
    selectionSets: readonly SelectionSetNode[],
    place: Position,
  ): AskedField[] {
    const merged = new Map<string, Merged>();
    for (const { selections } of selectionSets) this.collect(type, selections, merged);
    return [...merged.values()].map((one) => this.askedOf(one, place));
  }

  private collect(
    type: GraphQLCompositeType,
    selections: readonly SelectionNode[],
    merged: Map<string, Merged>,
  ): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        this.merge(type, selection, merged);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
      const inner = fragment && this.typeWithin(type, fragment.typeCondition?.name.value);
      if (inner) this.collect(inner, fragment.selectionSet.selections, merged);
    }
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

  private merge(type: GraphQLCompositeType, node: FieldNode, merged: Map<string, Merged>): void {
    const field = this.fieldOf(type, node.name.value);
    if (!field) return;
    const key = `${type.name} ${(node.alias ?? node.name).value}`;
    const known = merged.get(key);
    if (known) known.nodes.push(node);
    else merged.set(key, { field, nodes: [node] });
  }

  private askedOf({ field, nodes }: Merged, place: Position): AskedField {
    const [node] = nodes;
    const hint = costHintOf(field);
    const type = getNamedType(field.type);
    const introspection = place.introspection || field === SchemaMetaFieldDef || field === TypeMetaFieldDef;
    if (introspection) this.introspects = true;
    const least = place.depth === 0 && this.operation.operation === OperationTypeNode.MUTATION ? WRITE : 0;
    if (!isCompositeType(type)) return { ...SCALAR, field, node, weight: hint.weight ?? least };

    const depth = introspection ? place.depth : place.depth + 1;
    this.depth = Math.max(this.depth, depth);
    const ofType = costHintOf(type);
    const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const isPaged = field.args.some(({ name }) => name === 'first');
    return {
      field,
      node,
      weight: introspection ? INTROSPECTED : (hint.weight ?? (least || (ofType.weight ?? 1))),
      sizedBy: hint.sizedBy?.split('.') ?? (isPaged ? ['first'] : null),
      each: hint.each ?? 0,
      isList: isListType(getNullableType(field.type)),
      size: hint.size,
      usualSize: ofType.size ?? USUAL_LIST,
      isPage: 'getFields' in type && 'pageInfo' in type.getFields(),
      below: this.below(type, selectionSets, { depth, introspection }),
    };
  }

  private fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
    if (type === this.schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    }
    // The fields of a union, and __typename everywhere, cost nothing.
    return 'getFields' in type ? type.getFields()[name] : undefined;
  }
}
