import { type Action, Caller, type Member } from '../../../src/access';
import { declaredAction } from '../../../src/platform/graphql/declared-action';
import { callerOf } from '../callers';
import { mayPass } from '../verdicts';
import { ask, outcomeOf, rootArgsOf, validArgs } from './ask';
import { Expectations } from './expectations';
import { wayTo } from './operation';
import type { EntryPoint } from './schema';
import type { Matrix } from './world';

// eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was, and called with its caller
const original = Caller.prototype.assert;

/** Records the actions that the server under test asserts, in this process. */
export class Assertions {
  /** What was asserted since it was emptied. */
  recorded: Action[] = [];
  /** An action whose assertion is skipped: everyone passes, and nothing is recorded. */
  suppressed: Action | undefined;

  constructor() {
    const record = (action: Action): boolean => {
      if (action === this.suppressed) return false;
      this.recorded.push(action);
      return true;
    };
    Caller.prototype.assert = function (this: Caller, action: Action): Member {
      if (record(action)) return original.call(this, action);
      return (this as unknown as { member: Member }).member;
    };
  }

  stop(): void {
    Caller.prototype.assert = original;
  }

  async during(work: () => Promise<unknown>): Promise<Action[]> {
    this.recorded = [];
    await work();
    return this.recorded;
  }
}

/** Passes an entry point as somebody who may, and reports when what it declares is not the first thing that is asserted. */
export async function declarationFindings(
  matrix: Matrix,
  entryPoint: EntryPoint,
  assertions: Assertions,
): Promise<string[]> {
  const site = matrix.sites.own;
  const declared = declaredAction(entryPoint.field);
  const who = matrix.people.find((one) => mayPass(entryPoint.name, one));
  if (!who) return [`nobody may pass ${entryPoint.name}`];
  const args = await validArgs(entryPoint.name, who, site, matrix);
  const expected = new Expectations(await matrix.oracle(), who).outcome(
    entryPoint.name,
    entryPoint,
    args,
    site,
  );
  const client = await callerOf(entryPoint.name, who, matrix);
  const way = entryPoint.isRoot ? undefined : wayTo(entryPoint, rootArgsOf(entryPoint, site));
  const before = way ? await assertions.during(async () => client.ask(way.query, way.variables)) : [];
  let outcome = '';
  const recorded = await assertions.during(async () => {
    outcome = outcomeOf(await ask(client, entryPoint, args, site, 2), entryPoint);
  });
  if (outcome !== expected && outcome !== 'EMPTY') return [`${entryPoint.name}: ${who.name} gets ${outcome}`];
  for (const action of before) recorded.splice(recorded.indexOf(action), recorded.includes(action) ? 1 : 0);
  return recorded[0] === declared
    ? []
    : [`${entryPoint.name} declares ${declared ?? 'nothing'} and asserts first ${recorded[0] ?? 'nothing'}`];
}
