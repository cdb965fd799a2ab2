import { describeApi } from '../../../src/api';
import { callerOf } from '../callers';
import { ENTRY_POINTS, mayPass } from '../verdicts';
import { ask, askAll, type Asked, findAll, outcomeOf, validArgs } from './ask';
import { Expectations } from './expectations';
import { ofEachScope, type Person } from './people';
import { leaksIn } from './path-findings';
import { type Args, type EntryPoint, entryPointsOf } from './schema';
import { type Named, namedIn } from './walk';
import { changedTables, type Matrix } from './world';

interface Attempt {
  name: string;
  who: Person;
  args: Args;
  expected: string;
}

/** Calls that another one makes invalid: what a preview says of the data is no longer true. */
const IN_TURN = ['Mutation.applyImport'];

/**
 * Makes a valid call about the own site as everyone, and reports who is not answered as the table says. Those who must be
 * refused come first, and must change nothing.
 */
export async function entryPointFindings(
  matrix: Matrix,
  entryPoint: EntryPoint,
  people = matrix.people,
): Promise<string[]> {
  const site = matrix.sites.own;
  const attempts: Attempt[] = [];
  for (const name of [
    entryPoint.name,
    ...ENTRY_POINTS.filter((special) => special.startsWith(`${entryPoint.name} (`)),
  ]) {
    for (const who of people) attempts.push({ name, who, args: {}, expected: '' });
  }
  await findAll(attempts, async (attempt) => {
    attempt.args = await validArgs(attempt.name, attempt.who, site, matrix);
    return [];
  });
  const oracle = await matrix.oracle();
  for (const attempt of attempts) {
    const { name, who, args } = attempt;
    attempt.expected = new Expectations(oracle, who).outcome(name, entryPoint, args, site);
  }

  // What an answer holds depends on the scope alone: one of each asks for all of it.
  const deep = new Set(ofEachScope(people));
  const shallow = entryPoint.isMutation ? 2 : 1;
  const shown: [Person, Named[]][] = [];
  const run = async ({ name, who, args, expected }: Attempt): Promise<string[]> => {
    const isTogether = expected === 'ALLOWED' && !entryPoint.isMutation && !deep.has(who);
    const client = expected === 'ALLOWED' ? await callerOf(entryPoint.name, who, matrix) : who.client;
    const answer = isTogether
      ? await queryAnswer(matrix, who, entryPoint)
      : await ask(client, entryPoint, args, site, deep.has(who) ? 3 : shallow);
    shown.push([who, namedIn(answer.data)]);
    const outcome = outcomeOf(answer, entryPoint);
    const isRight = outcome === expected || (expected === 'ALLOWED' && outcome === 'EMPTY');
    return isRight
      ? []
      : [`${name}: ${who.name} gets ${outcome}, not ${expected}: ${answer.text.slice(0, 300)}`];
  };
  const isAdmitted = ({ expected }: Attempt): boolean => expected === 'ALLOWED';
  const before = await matrix.snapshot();
  const found = await findAll(
    attempts.filter((attempt) => !isAdmitted(attempt)),
    run,
  );
  const changed = changedTables(before, await matrix.snapshot());
  if (changed.length > 0) found.push(`${entryPoint.name}: refusals have changed ${changed.join(', ')}`);
  const admitted = attempts.filter(isAdmitted);
  if (!IN_TURN.includes(entryPoint.name)) found.push(...(await findAll(admitted, run)));
  else {
    for (const attempt of admitted) {
      const args = await validArgs(attempt.name, attempt.who, site, matrix);
      found.push(...(await run({ ...attempt, args })));
    }
  }
  // An open entry point shows the account that it signs in to.
  if (people.some((who) => who.column === 'anonymous' && mayPass(entryPoint.name, who))) return found;
  return [...found, ...(await leaksIn(matrix, oracle, shown))];
}

const queries = entryPointsOf(describeApi()).filter(({ isMutation }) => !isMutation);
const queryAnswers = new WeakMap<Person, Promise<Map<string, Asked>>>();

/** The answer of a query to somebody who is admitted; all queries that admit a person are asked together. */
async function queryAnswer(matrix: Matrix, who: Person, { name }: EntryPoint): Promise<Asked> {
  const answers = queryAnswers.get(who) ?? answersOf(matrix, who);
  queryAnswers.set(who, answers);
  return (await answers).get(name)!;
}

async function answersOf(matrix: Matrix, who: Person): Promise<Map<string, Asked>> {
  const site = matrix.sites.own;
  const expectations = new Expectations(await matrix.oracle(), who);
  const calls: { entryPoint: EntryPoint; args: Args }[] = [];
  for (const entryPoint of queries) {
    const args = await validArgs(entryPoint.name, who, site, matrix);
    const isAdmitted = expectations.outcome(entryPoint.name, entryPoint, args, site) === 'ALLOWED';
    if (isAdmitted) calls.push({ entryPoint, args });
  }
  const answers = await askAll(who.client, calls, site, 1);
  return new Map(calls.map(({ entryPoint }, at) => [entryPoint.name, answers[at]!]));
}
