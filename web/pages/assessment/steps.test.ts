import { paperParts, stepsOf, stepsOfFinding } from './steps';

const score = (party: string, scoredAt: string | null, onPaper = false) =>
  ({
    party,
    name: null,
    maximum: '20',
    score: null,
    reason: null,
    items: [],
    earlier: [],
    scoredAt,
    onPaper,
  }) as never;
const BUREAU = [
  'assessment.close',
  'assessment.cancel',
  'assessment.move',
  'assessment.replaceAssessor',
  'assessment.unseal',
  'assessment.enterPaper',
];
const given = [score('PURCHASER', '2024-07-01'), score('THIRD_PARTY', '2024-07-01')];
const OPEN = { state: 'OPEN', sealed: true, to: '2024-06-30', scores: given } as const;

test('a bureau closes an assessment from its last day on, once all scores are in', () => {
  const all = { ...OPEN, sealed: false };
  expect(stepsOf(all, BUREAU, '2024-06-30')).toEqual(['close', 'move', 'replace', 'cancel']);
  expect(stepsOf(all, BUREAU, '2024-06-29')).not.toContain('close');
  const missing = { ...all, scores: [...given, score('SUPERVISOR', null)] };
  expect(stepsOf(missing, BUREAU, '2024-07-01')).not.toContain('close');
});

test('it opens scores that are sealed and in', () => {
  expect(stepsOf(OPEN, BUREAU, '2024-06-01')).toContain('unseal');
  expect(stepsOf({ ...OPEN, scores: [score('PURCHASER', null)] }, BUREAU, '2024-06-01')).not.toContain(
    'unseal',
  );
});

test('a paper score is of a party without an account, or of one that is 30 days late', () => {
  const scores = [score('PURCHASER', null), score('OTHER', null), score('SUPERVISOR', '2024-07-01')];
  const parties = (today: string) => paperParts({ ...OPEN, scores }, today).map(({ party }) => party);
  expect(parties('2024-07-30')).toEqual(['OTHER']);
  expect(parties('2024-07-31')).toEqual(['PURCHASER', 'OTHER']);
  expect(parties('2024-07-31')).not.toContain('SUPERVISOR');
  expect(paperParts({ ...OPEN, scores: [score('OTHER', '2024-07-01', true)] }, '2024-07-01')).toHaveLength(1);
});

test('an operator asks for another assessor; what has ended is left alone', () => {
  expect(stepsOf(OPEN, ['assessor.request'], '2024-07-01')).toEqual(['request']);
  expect(stepsOf({ ...OPEN, state: 'CLOSED' }, BUREAU, '2024-07-01')).toEqual([]);
});

test.each([
  ['OPEN', ['finding.respond'], null, ['respond']],
  ['SENT_BACK', ['finding.respond'], null, ['respond']],
  ['ANSWERED', ['finding.respond'], null, []],
  ['ANSWERED', ['finding.review', 'finding.withdraw'], 'THIRD_PARTY', ['accept', 'sendBack', 'withdraw']],
  ['OPEN', ['finding.review', 'finding.withdraw'], 'THIRD_PARTY', ['withdraw']],
  ['ANSWERED', ['finding.review', 'finding.withdraw'], 'PURCHASER', []],
] as const)('a concern that is %s, to %j of %s: %j', (state, may, ownParty, steps) => {
  const concern = { kind: 'CONCERN', party: 'THIRD_PARTY', state, withdrawnAt: null } as const;
  expect(stepsOfFinding(concern, { state: 'CLOSED', ownParty }, may)).toEqual(steps);
  expect(stepsOfFinding({ ...concern, withdrawnAt: '2024-07-01' }, { state: 'OPEN', ownParty }, may)).toEqual(
    [],
  );
  expect(stepsOfFinding(concern, { state: 'CANCELLED', ownParty }, may)).toEqual([]);
});
