import { type Action, Caller, type Member } from '../../../src/access';
import { declaredAction } from '../../../src/platform/graphql/declared-action';
import { callerOf } from '../calls';
import { mayPass } from '../verdicts';
import { ask, Expectations, outcomeOf, rootArgsOf, soundArgs } from './ask';
import { wayTo } from './operation';
import type { Door } from './schema';
import type { Matrix } from './world';

// eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was, and called with its caller
const original = Caller.prototype.assert;

/** Listens to what is asserted on the server under test, in this process. */
export class Assertions {
  /** What was asserted since it was emptied. */
  heard: Action[] = [];
  /** An action that services forget to assert: everyone gets through, and nothing is heard. */
  forgotten: Action | undefined;

  constructor() {
    const note = (action: Action): boolean => {
      if (action === this.forgotten) return false;
      this.heard.push(action);
      return true;
    };
    Caller.prototype.assert = function (this: Caller, action: Action): Member {
      if (note(action)) return original.call(this, action);
      return (this as unknown as { member: Member }).member;
    };
  }

  stop(): void {
    Caller.prototype.assert = original;
  }

  async during(work: () => Promise<unknown>): Promise<Action[]> {
    this.heard = [];
    await work();
    return this.heard;
  }
}

/** Goes through a door as somebody who may, and reports when what it declares is not the first thing that is asserted. */
export async function declarationFindings(
  matrix: Matrix,
  door: Door,
  assertions: Assertions,
): Promise<string[]> {
  const site = matrix.sites.own;
  const declared = declaredAction(door.field);
  const who = matrix.people.find((one) => mayPass(door.name, one));
  if (!who) return [`nobody may pass ${door.name}`];
  const args = await soundArgs(door.name, who, site, matrix);
  const expected = new Expectations(await matrix.truth(), who).outcome(door.name, door, args, site);
  const client = await callerOf(door.name, who, matrix);
  const way = door.isRoot ? undefined : wayTo(door, rootArgsOf(door, site));
  const before = way ? await assertions.during(async () => client.ask(way.query, way.variables)) : [];
  let outcome = '';
  const heard = await assertions.during(async () => {
    outcome = outcomeOf(await ask(client, door, args, site, 2), door);
  });
  if (outcome !== expected && outcome !== 'EMPTY') return [`${door.name}: ${who.name} gets ${outcome}`];
  for (const action of before) heard.splice(heard.indexOf(action), heard.includes(action) ? 1 : 0);
  return heard[0] === declared
    ? []
    : [`${door.name} declares ${declared ?? 'nothing'} and asserts first ${heard[0] ?? 'nothing'}`];
}
