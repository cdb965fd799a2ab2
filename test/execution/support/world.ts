import {
  getNamedType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { pathToArray } from 'graphql/jsutils/Path';
import { hashOf, Random } from './random';

/** The resolvers' world of one execution: the same seed gives the same results in both executors. */
export class World {
  /** The order in which the resolvers were called. */
  readonly calls: string[] = [];

  constructor(
    readonly seed: number,
    readonly schema: GraphQLSchema,
  ) {}

  /** A value for a position of this type: mostly a valid one. */
  value(type: GraphQLOutputType, random: Random, place: string): unknown {
    const roll = random.next();
    if (roll < 0.01) return errorOf(random);
    if (roll < 0.08) return later(this.value(type, random, place), random.int(3));
    if (roll < 0.09) return rejected(errorOf(random), random.int(3));
    if (isNonNullType(type)) {
      return roll < 0.1 ? random.pick([null, undefined]) : this.value(type.ofType, random, place);
    }
    if (roll < 0.16) return random.pick([null, undefined]);
    if (roll < 0.17) return random.pick(ODD);
    if (isListType(type)) return this.list(type.ofType, random, place);
    if (isLeafType(type)) return this.leaf(type, random);
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
    const name = random.chance(0.02)
      ? random.pick(['Query', 'Nowhere', 'String', 5])
      : random.pick(possible).name;
    return this.object(name, place);
  }

  private list(item: GraphQLOutputType, random: Random, place: string): unknown {
    const items = Array.from({ length: random.int(4) }, (_, at) =>
      this.value(item, random, `${place}.${at}`),
    );
    if (random.chance(0.1)) return new Set(items);
    return random.chance(0.05) ? items.values() : items;
  }

  private leaf(type: GraphQLLeafType, random: Random): unknown {
    if (isEnumType(type)) return random.pick(type.getValues()).value;
    if (type.name === 'Boolean') return random.chance(0.5);
    if (type.name === 'DateTime') return new Date(1e12 + random.int(1e9));
    return type.name === 'Int' || type.name === 'Float' ? random.int(1000) : `s${random.int(1000)}`;
  }

  /** An object whose properties are made when they are read: values, promises, getters that throw, methods. */
  private object(typename: unknown, place: string): unknown {
    const type = this.schema.getType(String(typename));
    const fields = isObjectType(type) ? type.getFields() : {};
    return new Proxy(
      { __typename: typename },
      {
        get: (target, name) => {
          if (name === '__typename') return target.__typename;
          const field = typeof name === 'string' && Object.hasOwn(fields, name) ? fields[name] : undefined;
          if (!field) return undefined;
          const random = new Random(hashOf(`${place}/${String(name)}`) ^ this.seed);
          if (random.chance(0.01)) throw errorOf(random);
          const value = (): unknown => this.value(field.type, random, `${place}/${String(name)}`);
          return random.chance(0.05) ? (args: unknown) => (this.note(place, args), value()) : value();
        },
      },
    );
  }

  private note(place: string, args: unknown): void {
    this.calls.push(`${place} ${JSON.stringify(args)}`);
  }

  /** The result of a resolver. */
  resolve(args: Record<string, unknown>, info: GraphQLResolveInfo): unknown {
    const place = pathToArray(info.path).join('.');
    this.note(place, args);
    const random = new Random(hashOf(`${place}${JSON.stringify(args)}`) ^ this.seed);
    if (random.chance(0.015)) {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- resolvers may
      throw random.pick([errorOf(random), 'a text', null, undefined, { message: 'odd' }]);
    }
    // A resolver may mutate its arguments, without effect on others.
    if (random.chance(0.1)) args.added = true;
    if (isLeafType(getNamedType(info.returnType)) && random.chance(0.1)) return lookOf(info);
    return this.value(info.returnType, random, place);
  }
}

/** Values that are valid for almost no type. */
const ODD: readonly unknown[] = [NaN, '', 'odd', 12.5, true, [], {}, [[null]], () => 'called'];

function errorOf(random: Random): Error {
  const message = `failure ${random.int(100)}`;
  if (random.chance(0.3)) return new GraphQLError(message, { extensions: { code: 'REFUSED' } });
  return random.chance(0.3) ? new TypeError(message) : new Error(message);
}

function later(value: unknown, ticks: number): Promise<unknown> {
  let promise = Promise.resolve(value);
  for (let tick = 0; tick < ticks; tick++) promise = promise.then((same) => same);
  // Where a list fails before it, it is not awaited.
  promise.catch(() => undefined);
  return promise;
}

function rejected(error: Error, ticks: number): Promise<unknown> {
  return later(Promise.reject(error), ticks);
}

function lookOf(info: GraphQLResolveInfo): string {
  const { fieldName, fieldNodes, returnType, parentType, operation, variableValues, fragments } = info;
  return JSON.stringify([
    fieldName,
    fieldNodes.length,
    String(returnType),
    parentType.name,
    operation.name?.value,
    variableValues,
    Object.keys(fragments),
    pathToArray(info.path),
  ]);
}
