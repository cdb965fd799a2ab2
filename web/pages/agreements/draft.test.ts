import { EMPTY, inputOf, withoutEmptyLines } from './draft';

const VALID = { ...EMPTY, effectiveOn: '2024年7月1日', reason: '经双方协商一致' };

test('what is typed as people type it is sent as the API reads it, and what is empty stays', () => {
  const { input, mistakes } = inputOf('agreement', { ...VALID, annualFee: '２，２００，０００' });
  expect(mistakes).toEqual([]);
  expect(input).toEqual({
    agreementId: 'agreement',
    effectiveOn: '2024-07-01',
    reason: '经双方协商一致',
    documentNumber: null,
    annualFee: '2200000',
    endsOn: null,
    requiredPosts: null,
    requiredCertifiedShare: null,
    terms: null,
    zones: null,
    points: null,
    projects: null,
    allowGaps: false,
    instalments: null,
    targets: null,
  });
  const shares = { SIGNING: '０.6', FINAL_QUALIFIED: '0.4' };
  expect(inputOf('agreement', { ...VALID, ...shares }).input.instalments).toEqual([
    { condition: 'SIGNING', share: '0.6' },
    { condition: 'FINAL_QUALIFIED', share: '0.4' },
  ]);
});

test('a target is named by its term, place, indicator and measure; "/" takes it away', () => {
  const targets = [
    { target: 'term zone  CASE_FILE FILES', value: '700' },
    { target: 'term  project CASE_FILE FILES', value: '／' },
  ];
  const target = { termId: 'term', indicator: 'CASE_FILE', measure: 'FILES' };
  expect(inputOf('agreement', { ...VALID, targets }).input.targets).toEqual([
    { ...target, zoneId: 'zone', projectId: null, value: '700' },
    { ...target, zoneId: null, projectId: 'project', value: null },
  ]);
});

test('what cannot be read is named at its field', () => {
  const draft = {
    ...EMPTY,
    endsOn: '年底',
    annualFee: '两百万',
    targets: [{ target: '', value: '-3' }],
  };
  expect(
    inputOf('agreement', draft)
      .mistakes.map(({ path }) => path.join('.'))
      .sort(),
  ).toEqual(['annualFee', 'effectiveOn', 'endsOn', 'reason', 'targets.0.measure', 'targets.0.value']);
});

test('lines of targets that nothing was typed in are left out', () => {
  const typed = { target: 'a b c d e', value: '' };
  expect(withoutEmptyLines({ ...EMPTY, targets: [{ target: '', value: '' }, typed] }).targets).toEqual([
    typed,
  ]);
});
