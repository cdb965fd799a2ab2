import { newId } from '../../../src/platform/ids';
import { verdictAt } from '../positions';
import { THINGS } from '../things';
import { mayPass, NODE_TYPES } from '../verdicts';
import { ask, askEach, Expectations, findAll, isRefusedAlone, outcomeOf, soundArgs } from './ask';
import type { Person } from './people';
import { type Args, type Position, withValueAt } from './schema';
import type { Site } from './sites';
import { changedTables, type Matrix } from './world';

interface Probe {
  /** What is tried: "Zone of other operator". */
  label: string;
  id: string;
}

interface Tried {
  probing: Args;
  expected: string;
}

type Answers = Awaited<ReturnType<typeof askEach>>;

const REFUSALS = ['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED'];
const MALFORMED = 'not-an-id';

/**
 * Puts ids of every site, an unknown and a malformed one where an ID goes in, in a call that is sound otherwise, and
 * reports each answer that is not as the table says; each that differs from that to the unknown id in anything but the
 * id; and every change that was made by a call that must fail.
 */
export async function idFindings(matrix: Matrix, position: Position): Promise<string[]> {
  const { door } = position;
  const site = matrix.sites.own;
  const people = askersAt(matrix, position);
  const sound = await Promise.all(people.map(async (who) => soundArgs(door.name, who, site, matrix)));
  const truth = await matrix.truth();
  const probes = probesOf(matrix, position);
  const before = door.isMutation ? await matrix.snapshot() : {};

  const askAbout = async (who: Person, tried: readonly Tried[]): Promise<Answers> => {
    const calls = tried.map(({ probing }) => probing);
    // A refusal at a field that is never null takes the answers beside it away.
    const areRefused = tried.some(({ expected }) => REFUSALS.includes(expected)) && !isRefusedAlone(door);
    if (!areRefused) return askEach(who.client, door, calls, site, 2);
    const answers: Answers = [];
    for (const call of calls) answers.push(await ask(who.client, door, call, site, 2));
    return answers;
  };
  const askAll = async (who: Person): Promise<string[]> => {
    const expectations = new Expectations(truth, who);
    const args = sound[people.indexOf(who)]!;
    const found: string[] = [];
    let unknown: string | undefined;
    // Whoever may not come in at all is turned away before any id is looked at: a few of them show it.
    const tried = (mayPass(door.name, who) ? probes : probes.slice(0, 3)).flatMap(({ label, id }) => {
      const isThere = expectations.accepts(position, id, site, args);
      // A sound call would change something: door-findings.ts makes it.
      if (door.isMutation && isThere && mayPass(door.name, who)) return [];
      const probing = withValueAt(args, position.path, id);
      const expected = expectations.outcome(door.name, door, probing, site, args);
      return [{ label, id, isThere, probing, expected }];
    });
    const answers = await askAbout(who, tried);
    for (const [at, { label, id, isThere, expected }] of tried.entries()) {
      const answer = answers[at]!;
      const outcome = outcomeOf(answer, door);
      const complaint = `${position.name}: ${who.name}, with the id of ${label}, gets`;
      const isRight = outcome === expected || (expected === 'ALLOWED' && outcome === 'EMPTY');
      if (!isRight) found.push(`${complaint} ${outcome}, not ${expected}: ${answer.text.slice(0, 300)}`);
      if (isThere) continue;
      // What is left of the minute's budget falls with every question.
      const said = answer.text.replaceAll(id, '<id>').replace(/"remaining":\d+/, '');
      const text = `${answer.status} ${said}`;
      unknown ??= text;
      if (text !== unknown)
        found.push(`${complaint} another answer than with an unknown id: ${text} ≠ ${unknown}`);
    }
    return found;
  };
  const found = await findAll(people, askAll);
  const changed = door.isMutation ? changedTables(before, await matrix.snapshot()) : [];
  return changed.length > 0
    ? [...found, `${position.name}: refusals have changed ${changed.join(', ')}`]
    : found;
}

/**
 * Everyone who may come in; but where all roles may, one of each scope: that a role adds nothing to it is seen at the
 * doors. And of those who may not, one of each kind of organisation.
 */
function askersAt({ people }: Matrix, { door }: Position): Person[] {
  const shown = new Set<string>();
  return people.filter((who) => {
    const isIn = mayPass(door.name, who);
    const scope = [who.column, who.organisationId, who.stations?.length, who.isKey].join(' ');
    const group = isIn ? (door.isMutation ? who.name : scope) : who.column;
    if (shown.has(group)) return false;
    shown.add(group);
    return true;
  });
}

/** An unknown id first: it is what the others are compared with. */
function probesOf({ sites }: Matrix, { name }: Position): Probe[] {
  const { thing, exists } = verdictAt(name);
  const nothing = [
    { label: 'nothing', id: newId() },
    { label: 'no known form', id: MALFORMED },
  ];
  // What the directory holds is no secret: an answer may tell it from nothing.
  if (exists === 'directory' || exists === 'anywhere') return nothing;
  const kinds = thing === '*' ? NODE_TYPES : [thing];
  const of = (site: Site, kind: string): Probe[] => {
    const id = site.ids[kind];
    return id === undefined ? [] : [{ label: `the ${kind} of ${site.name}`, id }];
  };
  for (const kind of kinds) {
    if (sites.own.ids[kind] === undefined) {
      throw new Error(`${name}: no site has a ${kind}: make one in test/matrix/support/sites.ts`);
    }
  }
  const things = Object.values(sites).flatMap((site) => kinds.flatMap((kind) => of(site, kind)));
  // What has an id and is no node is found by none.
  const others = thing === '*' ? Object.keys(THINGS).filter((kind) => !kinds.includes(kind)) : [];
  const all = [...nothing, ...things, ...others.flatMap((kind) => of(sites.own, kind))];
  return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at);
}
