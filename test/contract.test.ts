import { type BreakingChange, BreakingChangeType, buildSchema, findBreakingChanges } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeApi } from '../src/api';

/** The contract of the clients: a copy of the one beside the design. */
const contract = readFileSync(join(__dirname, 'contract.graphql'), 'utf8');

/** What the contract has and the API does not have yet, by the work that will add it. That work removes its lines. */
const MISSING: Record<string, string[]> = {};

/** `Agreement.funding` for what is missing; a whole sentence for what differs. */
function named({ type, description }: BreakingChange): string {
  const gone = type === BreakingChangeType.FIELD_REMOVED || type === BreakingChangeType.TYPE_REMOVED;
  return gone ? description.replace(' was removed.', '') : description;
}

const changes = (promised: string): string[] =>
  findBreakingChanges(buildSchema(promised), describeApi()).map(named).sort();

test('the API keeps the contract, except for what is listed as missing', () => {
  expect(changes(contract)).toEqual(Object.values(MISSING).flat().sort());
});

test.each([
  [
    'a field that is gone',
    'type Zone implements Node {',
    'type Zone implements Node { area: Decimal',
    /^Zone\.area$/,
  ],
  ['a type that has changed', 'endsOn: Date!', 'endsOn: String!', /Agreement\.endsOn changed type/],
  ['an argument that is gone', 'station(id: ID!)', 'station(id: ID!, on: Date)', /station.*on was removed/],
  ['a value that is gone', 'SPECIAL', 'SPECIAL OTHER', /OTHER was removed from enum type ProjectKind/],
  ['a field that may now be null', 'shortName: String\n', 'shortName: String!\n', /changed type/],
  [
    'an argument that is now needed',
    'voidServiceRecord(id: ID!, reason: String!)',
    'voidServiceRecord(id: ID!)',
    /reason/,
  ],
])('the comparison finds %s', (_, kept, promised, finding) => {
  expect(contract.includes(kept)).toBe(true);
  const [before, after] = [changes(contract), changes(contract.replace(kept, promised))];
  expect(after.filter((line) => !before.includes(line))).toEqual([expect.stringMatching(finding)]);
});
