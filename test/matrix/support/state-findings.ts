import { askAll, findAll, outcomeOf, validArgs } from './ask';
import { Expectations } from './expectations';
import { leaksIn } from './path-findings';
import { ofEachScope, type Person } from './people';
import type { Args, EntryPoint } from './schema';
import type { StateName } from './sites';
import { type Named, namedIn } from './walk';
import type { Matrix } from './world';

export const STATES = ['proposed', 'declined', 'void'] as const satisfies StateName[];

/**
 * Asks every query about the agreement in a state, as one of each scope, and reports answers that are not as the tables
 * say, and things in them that the reader may not see.
 */
export async function stateFindings(
  matrix: Matrix,
  state: StateName,
  entryPoints: readonly EntryPoint[],
): Promise<string[]> {
  const site = matrix.sites[state];
  const shown: [Person, Named[]][] = [];
  // What hangs below a thing that the agreement cannot have in this state cannot be asked for.
  const queries = entryPoints.filter(
    ({ isMutation, route }) => !isMutation && (route?.node === undefined || route.node in site.ids),
  );
  const asked = new Map<Person, { entryPoint: EntryPoint; args: Args }[]>();
  await findAll(ofEachScope(matrix.people), async (who) => {
    const calls: { entryPoint: EntryPoint; args: Args }[] = [];
    for (const entryPoint of queries) {
      calls.push({ entryPoint, args: await validArgs(entryPoint.name, who, site, matrix) });
    }
    asked.set(who, calls);
    return [];
  });
  // Some of the calls are about something new.
  const oracle = await matrix.oracle();
  const found = await findAll([...asked], async ([who, calls]) => {
    const expectations = new Expectations(oracle, who);
    const answers = await askAll(who.client, calls, site, 1);
    return calls.flatMap(({ entryPoint, args }, at) => {
      const answer = answers[at]!;
      shown.push([who, namedIn(answer.data)]);
      const expected = expectations.outcome(entryPoint.name, entryPoint, args, site);
      const outcome = outcomeOf(answer, entryPoint);
      if (outcome === expected || (expected === 'ALLOWED' && outcome === 'EMPTY')) return [];
      const said = answer.text.slice(0, 300);
      return [`${entryPoint.name}, ${state}: ${who.name} gets ${outcome}, not ${expected}: ${said}`];
    });
  });
  return [...found, ...(await leaksIn(matrix, oracle, shown))];
}
