import { enrolmentOf, NOBODY, withoutNobody } from './enrolment';

test('what was typed of each is sent as the API reads it', () => {
  const person = {
    ...NOBODY,
    name: '社工甲',
    employedFrom: '2024年7月8日',
    level: 'ASSISTANT',
    zoneIds: ['a'],
  } as const;
  expect(enrolmentOf('agreement', 'key', [person])).toEqual({
    mistakes: [],
    input: {
      agreementId: 'agreement',
      idempotencyKey: 'key',
      members: [
        {
          name: '社工甲',
          position: null,
          kind: 'SOCIAL_WORKER',
          employedFrom: '2024-07-08',
          employedTo: null,
          practisingSince: null,
          certificates: [{ level: 'ASSISTANT', passedOn: null }],
          zoneIds: ['a'],
        },
      ],
    },
  });
});

test('what cannot be read is named at its person and field', () => {
  const second = {
    ...NOBODY,
    name: '社工乙',
    employedFrom: '昨天',
    level: 'SENIOR',
    passedOn: '去年',
  } as const;
  const { mistakes } = enrolmentOf('agreement', 'key', [NOBODY, second]);
  expect(mistakes.map(({ path }) => path.join('.'))).toEqual([
    'members.0.name',
    'members.0.employedFrom',
    'members.1.certificates.0.passedOn',
    'members.1.employedFrom',
  ]);
});

test('of whom nothing was typed is left out, but one stays to be asked for', () => {
  const typed = { ...NOBODY, name: '社工甲' };
  expect(withoutNobody([NOBODY, typed, NOBODY])).toEqual([typed]);
  expect(withoutNobody([NOBODY, NOBODY])).toEqual([NOBODY]);
});
