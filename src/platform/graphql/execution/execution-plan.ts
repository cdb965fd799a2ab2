import {
  defaultFieldResolver,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getArgumentValues,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields';
import { type Shape, shapeOf } from './shape';
import type { Variables } from './variables';

type FieldDefinition = GraphQLField<unknown, unknown>;
type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * The normal form of one operation: conditions evaluated, fragments inlined, fields of one response key merged, per object
 * type. One plan serves all requests whose variables give the operation's conditions the same values. Selections are
 * planned when execution first reaches them; the document is only read.
 */
export class ExecutionPlan {
  readonly fragments: Record<string, FragmentDefinitionNode>;
  private rootSelection: SelectionPlan | undefined;

  constructor(
    readonly schema: GraphQLSchema,
    document: DocumentNode,
    readonly operation: OperationDefinitionNode,
  ) {
    this.fragments = Object.create(null) as Record<string, FragmentDefinitionNode>;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments[definition.name.value] = definition;
    }
  }

  /** The selection on the root object. Throws where a condition has no value. */
  rootSelectionOf(type: GraphQLObjectType, variables: Variables): SelectionPlan {
    const { schema, fragments, operation } = this;
    this.rootSelection ??= new SelectionPlan(
      this,
      type,
      collectFields(schema, fragments, variables, type, operation.selectionSet),
    );
    return this.rootSelection;
  }
}

/** The selection on objects of one type. */
export class SelectionPlan {
  readonly fields: readonly FieldPlan[];
  /** Builds the object of the answer from the values of its fields in order. */
  readonly objectOf: (values: readonly unknown[]) => Record<string, unknown>;

  constructor(plan: ExecutionPlan, type: GraphQLObjectType, collected: CollectedFields) {
    this.fields = [...collected].flatMap(([key, nodes]) => {
      const definition = definitionOf(plan.schema, type, nodes[0]?.name.value ?? '');
      return definition ? [new FieldPlan(plan, type, key, nodes, definition)] : [];
    });
    this.objectOf = literalOf(this.fields.map(({ key }) => key));
  }
}

/** A field of the answer, with all nodes of the document that select it. */
export class FieldPlan {
  readonly name: string;
  readonly shape: Shape;
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
  /** Whether it is a property of its object, and takes no arguments. */
  readonly isPlain: boolean;
  readonly hasArguments: boolean;
  private readonly selections = new Map<GraphQLObjectType, SelectionPlan>();
  private lastType: GraphQLObjectType | undefined;
  private lastSelection: SelectionPlan | undefined;

  constructor(
    readonly plan: ExecutionPlan,
    readonly parentType: GraphQLObjectType,
    readonly key: string,
    readonly nodes: readonly FieldNode[],
    readonly definition: FieldDefinition,
  ) {
    this.name = definition.name;
    this.shape = shapeOf(definition.type);
    this.resolve = definition.resolve ?? defaultFieldResolver;
    this.isPlain = !definition.resolve && definition.args.length === 0;
    this.hasArguments = definition.args.length > 0;
  }

  /** The arguments of the resolver. Throws where one has no legal value. */
  argumentsOf(variables: Variables): Record<string, unknown> {
    const [node] = this.nodes;
    return node ? getArgumentValues(this.definition, node, variables) : {};
  }

  /** The selection on an object of this type below the field. Throws where a condition has no value. */
  selectionOf(type: GraphQLObjectType, variables: Variables): SelectionPlan {
    if (this.lastType === type && this.lastSelection) return this.lastSelection;
    let selection = this.selections.get(type);
    if (!selection) {
      const { schema, fragments } = this.plan;
      const collected = collectSubfields(schema, fragments, variables, type, this.nodes);
      selection = new SelectionPlan(this.plan, type, collected);
      this.selections.set(type, selection);
    }
    this.lastType = type;
    this.lastSelection = selection;
    return selection;
  }
}

function definitionOf(
  schema: GraphQLSchema,
  parent: GraphQLObjectType,
  name: string,
): FieldDefinition | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return parent.getFields()[name];
}

/**
 * A function that builds an object with these keys. From a literal of its own V8 builds the object in one step, which
 * is a third of what a page of a thousand records costs to execute.
 */
function literalOf(keys: readonly string[]): (values: readonly unknown[]) => Record<string, unknown> {
  // Keys are names of GraphQL: letters, digits and underscores. In brackets, __proto__ is a key like any other.
  const properties = keys.map((key, at) =>
    key === '__proto__' ? `["__proto__"]: values[${at}]` : `${key}: values[${at}]`,
  );
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- only such names become code
  return new Function('values', `return { ${properties.join(', ')} }`) as never;
}
