import { callerOf } from '../calls';
import { DOORS, mayPass } from '../verdicts';
import { ask, Expectations, findAll, outcomeOf, soundArgs } from './ask';
import { ofEachScope, type Person } from './people';
import { foreignIn } from './path-findings';
import type { Args, Door } from './schema';
import { type Named, namedIn } from './walk';
import { changedTables, type Matrix } from './world';

interface Attempt {
  name: string;
  who: Person;
  args: Args;
  expected: string;
}

/**
 * Sends everyone through a door with a sound call about the own site, and reports whoever is not answered as the table
 * says. Those who must be turned away come first, and must change nothing.
 */
export async function doorFindings(matrix: Matrix, door: Door, people = matrix.people): Promise<string[]> {
  const site = matrix.sites.own;
  const attempts: Attempt[] = [];
  for (const name of [door.name, ...DOORS.filter((special) => special.startsWith(`${door.name} (`))]) {
    for (const who of people) attempts.push({ name, who, args: {}, expected: '' });
  }
  await findAll(attempts, async (attempt) => {
    attempt.args = await soundArgs(attempt.name, attempt.who, site, matrix);
    return [];
  });
  const truth = await matrix.truth();
  for (const attempt of attempts) {
    const { name, who, args } = attempt;
    attempt.expected = new Expectations(truth, who).outcome(name, door, args, site);
  }

  // What an answer holds depends on the scope alone: one of each is asked for all of it.
  const deep = new Set(ofEachScope(people));
  const shallow = door.isMutation ? 2 : 1;
  const told: [Person, Named[]][] = [];
  const run = async ({ name, who, args, expected }: Attempt): Promise<string[]> => {
    const client = expected === 'ALLOWED' ? await callerOf(door.name, who, matrix) : who.client;
    const answer = await ask(client, door, args, site, deep.has(who) ? 3 : shallow);
    told.push([who, namedIn(answer.data)]);
    const outcome = outcomeOf(answer, door);
    const isRight = outcome === expected || (expected === 'ALLOWED' && outcome === 'EMPTY');
    return isRight
      ? []
      : [`${name}: ${who.name} gets ${outcome}, not ${expected}: ${answer.text.slice(0, 300)}`];
  };
  const isLetIn = ({ expected }: Attempt): boolean => expected === 'ALLOWED';
  const before = await matrix.snapshot();
  const found = await findAll(
    attempts.filter((attempt) => !isLetIn(attempt)),
    run,
  );
  const changed = changedTables(before, await matrix.snapshot());
  if (changed.length > 0) found.push(`${door.name}: refusals have changed ${changed.join(', ')}`);
  found.push(...(await findAll(attempts.filter(isLetIn), run)));
  // Whoever comes in by an open door is told of the account that it signs in to.
  if (people.some((who) => who.column === 'outside' && mayPass(door.name, who))) return found;
  const after = await matrix.truth();
  return [...found, ...told.flatMap(([who, seen]) => foreignIn(after, who, seen))];
}
