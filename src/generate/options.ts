import { parseArgs } from 'node:util';
import { StartError } from '../platform/start-error';

/** The options that determine a city: the same options give the same city, to the last figure. */
export interface CityOptions {
  operators: number;
  stations: number;
  records: number;
  seed: number;
}

const OPTIONS: Record<keyof CityOptions, { default: number; least: number; most: number }> = {
  operators: { default: 200, least: 1, most: 2000 },
  stations: { default: 2000, least: 1, most: 20_000 },
  records: { default: 5_000_000, least: 0, most: 100_000_000 },
  seed: { default: 1, least: 0, most: 4_294_967_295 },
};
const USAGE = 'usage: npm run generate -- [--operators 200] [--stations 2000] [--records 5000000] [--seed 1]';

/** Reads the options of the command line; refuses an unknown one by its name. */
export function readOptions(args: readonly string[]): CityOptions {
  const names = Object.keys(OPTIONS) as (keyof CityOptions)[];
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const given = parsed(args, options);
  const read = (name: keyof CityOptions): number => {
    const { default: usual, least, most } = OPTIONS[name];
    const text = given[name];
    if (text === undefined) return usual;
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new StartError(`--${name} must be a whole number from ${least} to ${most}; ${USAGE}`);
    }
    return value;
  };
  return {
    operators: read('operators'),
    stations: read('stations'),
    records: read('records'),
    seed: read('seed'),
  };
}

function parsed(
  args: readonly string[],
  options: Record<string, { type: 'string' }>,
): Record<string, string | undefined> {
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}; ${USAGE}`);
  }
}
