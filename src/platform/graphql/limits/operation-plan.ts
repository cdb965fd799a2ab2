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
import type { SelectedField } from './operation-cost';

/** The properties of an operation that do not depend on its variables. Conditions are ignored. */
export interface OperationPlan {
  /** Nesting of objects, without introspection. */
  depth: number;
  /** Whether it selects the schema. */
  introspects: boolean;
  /** The selection on the root: the basis of the operation's cost. */
  selected: readonly SelectedField[];
}

/** The nodes of one field of the answer: selected twice, it is answered once. */
interface Merged {
  field: GraphQLField<unknown, unknown>;
  nodes: [FieldNode, ...FieldNode[]];
}

/** The position of a selection in the operation. */
interface Position {
  depth: number;
  introspection: boolean;
}

/** The cost of a mutation beside the selection on its payload, where no hint gives it. */
const WRITE = 50;
/** The weight of an object of the schema, which is in memory. */
const INTROSPECTED = 0.1;
/** The assumed size of a list without a hint. */
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

/** Plans an operation of a valid document whose size was bounded before: fragments are expanded wherever they are spread. */
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
    const selected = root
      ? this.below(root, [operation.selectionSet], { depth: 0, introspection: false })
      : [];
    return { depth: this.depth, introspects: this.introspects, selected };
  }

  /** The merged fields of the selections on one object. */
  private below(
    type: GraphQLCompositeType,
    selectionSets: readonly SelectionSetNode[],
    position: Position,
  ): SelectedField[] {
    const merged = new Map<string, Merged>();
    for (const { selections } of selectionSets) this.collect(type, selections, merged);
    return [...merged.values()].map((one) => this.selectedOf(one, position));
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

  /** The type that a fragment selects on; null where it selects on another object's. */
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

  private selectedOf({ field, nodes }: Merged, position: Position): SelectedField {
    const [node] = nodes;
    const hint = costHintOf(field);
    const type = getNamedType(field.type);
    const introspection =
      position.introspection || field === SchemaMetaFieldDef || field === TypeMetaFieldDef;
    if (introspection) this.introspects = true;
    const least = position.depth === 0 && this.operation.operation === OperationTypeNode.MUTATION ? WRITE : 0;
    if (!isCompositeType(type)) return { ...SCALAR, field, node, weight: hint.weight ?? least };

    const depth = introspection ? position.depth : position.depth + 1;
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
