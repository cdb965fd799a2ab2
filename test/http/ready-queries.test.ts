import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values';

import { FIND_TERMS, READY_QUERIES, WHO_AM_I } from '../../src/explorer/ready-queries';
import { explorerQueries } from '../kit/explorer-queries';

const { audienceOf, prepare, termsOf } = explorerQueries();

const schema: GraphQLSchema = buildSchema(
  readFileSync(join(__dirname, '../../schema/schema.graphql'), 'utf8'),
);

const ANSWER = {
  data: {
    stations: {
      nodes: [
        {
          name: '甲站',
          agreements: {
            nodes: [
              {
                id: 'agreement-1',
                operator: { name: '承接机构', shortName: null },
                terms: [
                  { id: 'term-1', name: '第一期', startsOn: '2024-01-01', endsOn: '2024-06-30' },
                  { id: 'term-2', name: '第二期', startsOn: '2024-07-01', endsOn: '2024-12-31' },
                ],
                zones: [{ id: 'zone-1', name: '片区一', points: [{ id: 'point-1', name: '点一' }] }],
                projects: [],
              },
            ],
          },
        },
      ],
    },
  },
};

describe('ready queries', () => {
  test.each([
    ...READY_QUERIES.flatMap(({ id, documents }) => documents.map((text) => [id, text] as const)),
    ['who am I', WHO_AM_I] as const,
    ['find terms', FIND_TERMS] as const,
  ])('%s is valid in our schema', (_id, text) => {
    expect(validate(schema, parse(text))).toEqual([]);
  });

  test.each(READY_QUERIES.map((query) => [query.id, query] as const))(
    '%s runs unchanged, with the variables of the page',
    (_id, query) => {
      const terms = termsOf(ANSWER);
      const prepared = prepare(query, terms, terms[1]);
      const [operation] = parse(prepared!.query).definitions;
      expect(operation?.kind).toBe(Kind.OPERATION_DEFINITION);
      const variables = operation?.kind === Kind.OPERATION_DEFINITION ? operation.variableDefinitions : [];
      expect(getVariableValues(schema, variables ?? [], prepared!.variables)).not.toHaveProperty('errors');
      const declared = (variables ?? []).map(({ variable }) => variable.name.value);
      expect(Object.keys(prepared!.variables).sort()).toEqual(declared.sort());
    },
  );

  test('select one completion table per term, within the limits', () => {
    const tables = READY_QUERIES.find(({ need }) => need === 'terms')!;
    const many = Array.from({ length: 20 }, () => termsOf(ANSWER)[0]!);
    expect(prepare(tables, many, many[0])?.query).toBe(tables.documents.at(-1));
    expect(prepare(tables, many.slice(0, 2), many[0])?.variables).toHaveProperty('term2');
  });

  test('have no variables where there is no agreement', () => {
    const offered = READY_QUERIES.filter((query) => prepare(query, [], undefined) !== undefined);
    expect(offered.every(({ need }) => need === 'nothing')).toBe(true);
  });

  test.each([
    'OPERATOR',
    'PURCHASER',
    'SUPERVISOR',
    'CITY_BUREAU',
    'MENTORING_CENTRE',
    'ASSESSOR',
    'PLATFORM',
  ])('exist for %s', (audience) => {
    const offered = READY_QUERIES.filter(({ audiences }) => audiences.some((one) => one === audience));
    expect(offered.length).toBeGreaterThan(2);
  });

  test('are marked when they write, and only an operator is offered one that does', () => {
    for (const { documents, writes, audiences } of READY_QUERIES) {
      expect(documents.some((text) => text.startsWith('mutation'))).toBe(writes ?? false);
      expect(writes !== true || audiences.join() === 'OPERATOR').toBe(true);
    }
  });

  test('distinguish two terms of one station by their days', () => {
    const labels = termsOf(ANSWER).map(({ label }) => label);
    expect(labels[0]).toMatch(/^2024-01 – 2024-06 · 甲站/);
    expect(new Set(labels).size).toBe(2);
  });

  test('begin with the term that is in force, whichever is listed first', () => {
    const ids = (today: string): string[] => termsOf(ANSWER, today).map(({ termId }) => termId);
    expect(ids('2024-07-01')).toEqual(['term-2', 'term-1']);
    expect(ids('2024-06-30')).toEqual(['term-1', 'term-2']);
    expect(ids('2025-01-01')).toEqual(['term-1', 'term-2']);
  });

  test('distinguish the bureau of the city from those of the districts', () => {
    const bureau = { kind: 'SUPERVISOR', district: { name: '荔湾区' } };
    expect(audienceOf({ organisation: bureau })).toBe('SUPERVISOR');
    expect(audienceOf({ organisation: { ...bureau, district: null } })).toBe('CITY_BUREAU');
  });
});
