import {
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { literalOf } from './inputs';
import type { Random } from './random';

/** Names that JavaScript's objects have properties for. */
const TRICKY = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', 'then', 'length'];

type Field = GraphQLField<unknown, unknown>;

interface Variable {
  name: string;
  type: GraphQLInputType | string;
  text: string;
}

/** A random document over a schema: valid except for fields that cannot be merged, which validation detects. */
export class RandomDocument {
  private readonly variables: Variable[] = [];
  private readonly fragments = new Map<string, { type: GraphQLCompositeType; text: string }>();
  private readonly aliases = new Map<string, string>();
  private readonly asked = new Map<string, string>();
  private budget = 20;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
  ) {}

  make(): string {
    const { schema, random } = this;
    const mutation = random.chance(0.25) ? schema.getMutationType() : null;
    const root = (mutation ?? schema.getQueryType())!;
    const selections = this.selectionsOf(root, 4, mutation ? 3 : 2);
    const declared = this.variables.map(({ name, text }) => `$${name}: ${text}`).join(', ');
    const head = `${mutation ? 'mutation' : 'query'} Main${declared && `(${declared})`}`;
    const fragments = [...this.fragments].map(
      ([name, { type, text }]) => `fragment ${name} on ${type.name} ${text}`,
    );
    const other = random.chance(0.2) ? ['query Other { __typename }'] : [];
    return [...other, `${head}${selections}`, ...fragments].join('\n');
  }

  private selectionsOf(type: GraphQLCompositeType, levels: number, least = 1): string {
    const count = least + this.random.int(4);
    const selections = Array.from({ length: count }, () => this.selectionOf(type, levels));
    return `{ ${selections.join(' ')} }`;
  }

  private selectionOf(type: GraphQLCompositeType, levels: number): string {
    const { random } = this;
    this.budget -= 1;
    if (this.budget > 0 && random.chance(0.2)) return this.inlineFragment(type, levels);
    if (this.budget > 0 && random.chance(0.2)) return this.spread(type, levels);
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const usable = fields.filter(
      (field) => !isCompositeType(getNamedType(field.type)) || (levels > 0 && this.budget > 0),
    );
    if (usable.length === 0 || random.chance(0.06)) {
      return `${random.chance(0.5) ? 'kind: ' : ''}__typename ${this.conditions()}`;
    }
    if (type === this.schema.getQueryType() && random.chance(0.03)) {
      return `__type(name: "${type.name}") { name kind fields { name } }`;
    }
    return this.fieldOf(type, random.pick(usable), levels);
  }

  private fieldOf(type: GraphQLCompositeType, field: Field, levels: number): string {
    const key = `${type.name}.${field.name} ${this.random.int(3)}`;
    let head = this.asked.get(key);
    if (head === undefined) {
      head = `${this.aliasOf(key, field)}${this.argumentsOf(field)}`;
      this.asked.set(key, head);
    }
    const named = getNamedType(field.type);
    const below = isCompositeType(named) ? this.selectionsOf(named, levels - 1) : '';
    return `${head} ${this.conditions()} ${below}`;
  }

  /** No alias for the first arguments of a field; others need a unique alias. */
  private aliasOf(key: string, { name }: Field): string {
    const tricky = this.random.pick(TRICKY);
    if (key.endsWith('0') && !this.aliases.has(name)) {
      this.aliases.set(name, key);
      return name;
    }
    const alias = this.random.chance(0.3) && !this.aliases.has(tricky) ? tricky : `a${this.aliases.size}`;
    this.aliases.set(alias, key);
    return `${alias}: ${name}`;
  }

  private argumentsOf({ args }: Field): string {
    const given = args.filter(
      (one) => (isNonNullType(one.type) && one.defaultValue === undefined) || this.random.chance(0.6),
    );
    const texts = given.map((one) => {
      const value = literalOf(one.type, this.random, this.variable, one.defaultValue !== undefined);
      return `${one.name}: ${value}`;
    });
    return texts.length === 0 ? '' : `(${texts.join(' ')})`;
  }

  private readonly variable = (type: GraphQLInputType, hasDefault: boolean): string | null => {
    const { random } = this;
    if (!random.chance(0.3)) return null;
    const known = this.variables.find((one) => one.type === type);
    if (known && random.chance(0.5)) return `$${known.name}`;
    // A nullable variable in a non-null position is legal with a default of its own, or of the position.
    const isLoose = isNonNullType(type) && random.chance(0.4);
    const declared = isLoose ? type.ofType : type;
    const fallback = literalOf(declared, random, () => null);
    const needsDefault = isLoose && !hasDefault;
    const hasOwn = (needsDefault || random.chance(0.3)) && !(needsDefault && fallback === 'null');
    if (needsDefault && !hasOwn) return null;
    return this.declare(isLoose ? '' : type, `${String(declared)}${hasOwn ? ` = ${fallback}` : ''}`);
  };

  private declare(type: GraphQLInputType | string, text: string): string {
    const tricky = this.random.pick(TRICKY);
    const isTaken = this.variables.some(({ name }) => name === tricky);
    const name = this.random.chance(0.3) && !isTaken ? tricky : `v${this.variables.length}`;
    this.variables.push({ name, type, text });
    return `$${name}`;
  }

  private conditions(): string {
    const { random } = this;
    if (!random.chance(0.2)) return '';
    const names = random.chance(0.2) ? ['include', 'skip'] : [random.pick(['include', 'skip'])];
    return names.map((name) => `@${name}(if: ${this.condition()})`).join(' ');
  }

  private condition(): string {
    const { random } = this;
    if (random.chance(0.3)) return String(random.chance(0.5));
    const text = random.pick(['Boolean!', 'Boolean = true', 'Boolean! = false']);
    const known = this.variables.find((one) => one.type === text);
    return known ? `$${known.name}` : this.declare(text, text);
  }

  private typesWithin(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    if (isObjectType(type)) return [type, ...type.getInterfaces()];
    const possible = this.schema.getPossibleTypes(type);
    const abstract = Object.values(this.schema.getTypeMap()).filter(
      (one) =>
        isAbstractType(one) && this.schema.getPossibleTypes(one).some((each) => possible.includes(each)),
    ) as GraphQLCompositeType[];
    return [type, ...possible, ...abstract];
  }

  private inlineFragment(type: GraphQLCompositeType, levels: number): string {
    const on = this.random.pick(this.typesWithin(type));
    const condition = on === type && this.random.chance(0.5) ? '' : `on ${on.name}`;
    return `... ${condition} ${this.conditions()} ${this.selectionsOf(on, levels)}`;
  }

  private spread(type: GraphQLCompositeType, levels: number): string {
    const within = this.typesWithin(type);
    const known = [...this.fragments].filter(([, one]) => within.includes(one.type));
    if (known.length > 0 && this.random.chance(0.5)) {
      return `...${this.random.pick(known)[0]} ${this.conditions()}`;
    }
    const on = this.random.pick(within);
    const text = this.selectionsOf(on, levels);
    const name = `F${this.fragments.size}`;
    this.fragments.set(name, { type: on, text });
    return `...${name} ${this.conditions()}`;
  }
}
