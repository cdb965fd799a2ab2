import { newId } from '../../../src/platform/ids';
import { kindsAt, verdictAt } from '../positions';
import { ENTITIES } from '../oracle';
import { mayPass } from '../verdicts';
import { ask, askEach, findAll, isRefusedAlone, outcomeOf, validArgs } from './ask';
import { Expectations } from './expectations';
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
 * Puts ids of every site, an unknown and a malformed one where an ID goes in, in a call that is valid otherwise, and
 * reports each answer that is not as the table says; each that differs from that to the unknown id in anything but the
 * id; and every change that was made by a call that must fail.
 */
export async function idFindings(matrix: Matrix, position: Position): Promise<string[]> {
  const { entryPoint } = position;
  const site = matrix.sites.own;
  const people = callersAt(matrix, position);
  const valid = await Promise.all(people.map(async (who) => validArgs(entryPoint.name, who, site, matrix)));
  const oracle = await matrix.oracle();
  const probes = probesOf(matrix, position);
  const before = entryPoint.isMutation ? await matrix.snapshot() : {};

  const askAbout = async (who: Person, tried: readonly Tried[]): Promise<Answers> => {
    const calls = tried.map(({ probing }) => probing);
    // A refusal at a field that is never null takes the answers beside it away.
    const areRefused =
      tried.some(({ expected }) => REFUSALS.includes(expected)) && !isRefusedAlone(entryPoint);
    if (!areRefused) return askEach(who.client, entryPoint, calls, site, 2);
    const answers: Answers = [];
    for (const call of calls) answers.push(await ask(who.client, entryPoint, call, site, 2));
    return answers;
  };
  const askAll = async (who: Person): Promise<string[]> => {
    const expectations = new Expectations(oracle, who);
    const args = valid[people.indexOf(who)]!;
    const found: string[] = [];
    let unknown: string | undefined;
    // Anyone who may not pass is refused before any id is looked at: a few of them show it.
    const some = mayPass(entryPoint.name, who) ? probes : probes.slice(0, 3);
    const tried = some.flatMap(({ label, id }) => {
      const isThere = expectations.accepts(position, id, site, args);
      // A valid call would change something: entry-point-findings.ts makes it.
      if (entryPoint.isMutation && isThere && mayPass(entryPoint.name, who)) return [];
      const probing = withValueAt(args, position.path, id);
      const expected = expectations.outcome(entryPoint.name, entryPoint, probing, site, args);
      return [{ label, id, isThere, probing, expected }];
    });
    const answers = await askAbout(who, tried);
    for (const [at, { label, id, isThere, expected }] of tried.entries()) {
      const answer = answers[at]!;
      const outcome = outcomeOf(answer, entryPoint);
      const complaint = `${position.name}: ${who.name}, with the id of ${label}, gets`;
      const isRight = outcome === expected || (expected === 'ALLOWED' && outcome === 'EMPTY');
      if (!isRight) found.push(`${complaint} ${outcome}, not ${expected}: ${answer.text.slice(0, 300)}`);
      if (isThere) continue;
      // What is left of the minute's budget falls with every question.
      // Who does not see the node that the field is asked of gets that error, whatever the id.
      const node = entryPoint.route?.node === undefined ? id : site.ids[entryPoint.route.node]!;
      const said = answer.text
        .replaceAll(id, '<id>')
        .replaceAll(node, '<id>')
        .replace(/"remaining":\d+/, '');
      const text = `${answer.status} ${said}`;
      unknown ??= text;
      if (text !== unknown)
        found.push(`${complaint} another answer than with an unknown id: ${text} ≠ ${unknown}`);
    }
    return found;
  };
  const found = await findAll(people, askAll);
  const changed = entryPoint.isMutation ? changedTables(before, await matrix.snapshot()) : [];
  return changed.length > 0
    ? [...found, `${position.name}: refusals have changed ${changed.join(', ')}`]
    : found;
}

/**
 * Everyone who may pass a mutation; of those who may query, one of each scope, to which a role adds nothing (the verdicts
 * show it). Of those who may not pass, one of each kind of organisation.
 */
function callersAt({ people }: Matrix, { entryPoint }: Position): Person[] {
  const shown = new Set<string>();
  return people.filter((who) => {
    const mayEnter = mayPass(entryPoint.name, who);
    const scope = [who.column, who.organisationId, who.stations?.length, who.isKey].join(' ');
    const group = mayEnter ? (entryPoint.isMutation ? who.name : scope) : who.column;
    if (shown.has(group)) return false;
    shown.add(group);
    return true;
  });
}

/** An unknown id first: it is what the others are compared with. */
function probesOf({ sites }: Matrix, { name }: Position): Probe[] {
  const verdict = verdictAt(name);
  const { entity, exists } = verdict;
  const nothing = [
    { label: 'nothing', id: newId() },
    { label: 'no known form', id: MALFORMED },
  ];
  // What the directory holds is no secret: an answer may tell it from nothing.
  if (exists === 'directory' || exists === 'anywhere') return nothing;
  const kinds = kindsAt(verdict);
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
  const others = entity === '*' ? Object.keys(ENTITIES).filter((kind) => !kinds.includes(kind)) : [];
  const all = [...nothing, ...things, ...others.flatMap((kind) => of(sites.own, kind))];
  return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at);
}
