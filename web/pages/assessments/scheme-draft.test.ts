import { draftOf, OTHER, schemeOf } from './scheme-draft';

const SCHEME = {
  year: 2026,
  version: 3,
  districtCode: null,
  setAt: null,
  parties: [
    { party: 'PURCHASER' as const, name: null, maximum: '45', items: [] },
    {
      party: 'THIRD_PARTY' as const,
      name: null,
      maximum: '55',
      items: [
        { name: '服务成效', maximum: '30' },
        { name: '管理：档案', maximum: '25' },
      ],
    },
  ],
  bands: { excellentFrom: '90', goodFrom: '80', qualifiedFrom: '60' },
};

test('a scheme that is not changed is sent as it is, with the version that was read', () => {
  const { input, mistakes } = schemeOf(SCHEME, draftOf(SCHEME));
  expect(mistakes).toEqual([]);
  expect(input).toEqual({
    year: 2026,
    expectedVersion: 3,
    parties: SCHEME.parties,
    bands: SCHEME.bands,
  });
});

test('a party without an account has a name; what cannot be read is named at its field and line', () => {
  const parties = [{ ...OTHER, maximum: '五', items: '走访：10\n档案' }];
  const { mistakes } = schemeOf(SCHEME, { ...draftOf(SCHEME), parties, goodFrom: '' });
  expect(mistakes.map(({ path }) => path.join('.'))).toEqual([
    'parties.0.name',
    'parties.0.maximum',
    'parties.0.items.1.maximum',
    'bands.goodFrom',
  ]);
});
