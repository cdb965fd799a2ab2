import { DatabaseTimeout, DatabaseUnavailable, SessionEnded, translate } from './errors';

const fault = (code: string, message = 'refused'): Error => Object.assign(new Error(message), { code });

test.each([
  ['a lost connection', ['08000', '08006', '57P01', '57P02', '57P03', '57P04', '57P05']],
  ['too little disk, memory or connections', ['53000', '53100', '53200', '53300', '53400']],
  ['files that cannot be read or written', ['58000', '58030', '58P01', '58P02']],
  ['a database that only reads', ['25006']],
  [
    'a network that leads nowhere',
    ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  ],
  ['a name that is not resolved', ['ENOTFOUND', 'EAI_AGAIN']],
])('%s is an outage, also where TypeORM has wrapped it', (_, codes) => {
  for (const code of codes) {
    expect(translate(fault(code))).toBeInstanceOf(DatabaseUnavailable);
    expect(translate({ driverError: fault(code) })).toBeInstanceOf(DatabaseUnavailable);
  }
});

test('a connection that ended under a statement is an outage, whichever layer reports it', () => {
  for (const message of [
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
  ]) {
    expect(translate(new Error(message))).toBeInstanceOf(DatabaseUnavailable);
  }
});

test('a fault of the statement itself is no outage', () => {
  for (const code of ['23505', '42P01', '22P02', '42501', 'P0001', '54001']) {
    const error = fault(code);
    expect(translate(error)).toBe(error);
  }
});

test('a cancelled statement and an ended session keep their own errors', () => {
  for (const code of ['57014', '55P03', '40001', '40P01']) {
    expect(translate(fault(code))).toBeInstanceOf(DatabaseTimeout);
  }
  expect(translate(fault('28000'))).toBeInstanceOf(SessionEnded);
});
