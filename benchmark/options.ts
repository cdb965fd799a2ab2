import { parseArgs } from 'node:util';
import { OWN_QUESTIONS, type OwnName } from './cycle';
import { QUESTIONS, type QuestionName } from './questions';

/** The cost of the guard of closed months, beside the questions. */
const GUARD = 'guard';
const NAMES = [...QUESTIONS, ...OWN_QUESTIONS].map(({ name }): string => name).concat(GUARD);

/** The options of one run of the benchmark. */
export interface Options {
  /** Cities by number of records; the first is where all servers are compared, more of them show the growth. */
  records: number[];
  operators: number;
  stations: number;
  /** Of one measurement. */
  seconds: number;
  questions: (QuestionName | OwnName | typeof GUARD)[];
  connections: number[];
  /** Downloads a file too. */
  exports: boolean;
  /** Writes docs/performance.md. */
  write: boolean;
}

export const USAGE = `npm run benchmark [-- options]
  --records 5000000,500000,20000000   cities; the first compares the servers, all of them show the growth
  --operators 200 --stations 2000     of every city
  --seconds 2                         of one measurement
  --questions completion,city         all by default: ${NAMES.join(', ')}
  --connections 1,16,64
  --no-export                         leaves the download of a million records out
  --dry                               prints the tables and leaves docs/performance.md alone`;

/** Reads the command line; throws with the option's name. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      records: { type: 'string', default: '5000000' },
      operators: { type: 'string', default: '200' },
      stations: { type: 'string', default: '2000' },
      seconds: { type: 'string', default: '2' },
      questions: { type: 'string', default: NAMES.join(',') },
      connections: { type: 'string', default: '1,16,64' },
      'no-export': { type: 'boolean', default: false },
      dry: { type: 'boolean', default: false },
    },
  });
  const numbers = (name: 'records' | 'operators' | 'stations' | 'seconds' | 'connections'): number[] =>
    values[name].split(',').map((text) => {
      const value = Number(text);
      if (!(value > 0)) throw new Error(`--${name}: ${text} is no number above 0`);
      return value;
    });
  const names = values.questions.split(',');
  const unknown = names.find((name) => !NAMES.includes(name));
  if (unknown !== undefined) throw new Error(`--questions: there is no ${unknown}`);
  return {
    records: numbers('records'),
    operators: numbers('operators')[0] ?? 0,
    stations: numbers('stations')[0] ?? 0,
    seconds: numbers('seconds')[0] ?? 0,
    questions: names as Options['questions'],
    connections: numbers('connections'),
    exports: !values['no-export'],
    write: !values.dry,
  };
}
