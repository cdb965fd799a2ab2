import { ApolloServerErrorCode } from '@apollo/server/errors';
import { ERROR_CODES, outcomeOf, rowOf } from './error-codes';

test('the table has every code of Apollo', () => {
  for (const code of Object.values(ApolloServerErrorCode)) expect(ERROR_CODES).toHaveProperty(code);
});

test('an error is a failure of the server where it has a status from 500 on, but for HTTP/1.0', () => {
  for (const [code, { status, outcome }] of Object.entries(ERROR_CODES)) {
    if (code === 'HTTP_VERSION_NOT_SUPPORTED') continue;
    expect([code, ['error', 'timeout'].includes(outcome)]).toEqual([code, status >= 500 || status === 408]);
  }
});

test('what is audited are refusals, and operations that nobody registered', () => {
  const audited = Object.keys(ERROR_CODES).filter((code) => rowOf(code).isAudited);
  expect(audited).toEqual([
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'NOT_FOUND',
    'TOO_MANY_REQUESTS',
    'PERSISTED_QUERY_NOT_IN_LIST',
  ]);
});

test.each([
  ['ok', []],
  ['user_error', ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']],
  ['refused', ['BAD_USER_INPUT', 'FORBIDDEN']],
  ['error', ['FORBIDDEN', 'SERVICE_UNAVAILABLE', 'BAD_USER_INPUT']],
  ['error', ['SWORDFISH']],
  ['error', [undefined]],
  ['error', ['constructor']],
])('the outcome is %s for errors of the codes %j', (outcome, codes) => {
  expect(outcomeOf(codes)).toBe(outcome);
});
