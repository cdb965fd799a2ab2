import { startApi, type TestApi } from '../kit/api';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

test('a malformed value in one of many rows is named with its place and what is expected', async () => {
  const client = await api.as('worker@fengyuan.example');
  const row = {
    indicator: 'CASE_FILE',
    occurredOn: '2024-06-01',
    quantities: [{ measure: 'FILES', value: '1' }],
  };
  const records = [
    row,
    row,
    { ...row, occurredOn: '1 June' },
    { ...row, quantities: [{ measure: 'FILES', value: 1.5 }] },
  ];
  const answer = await client.ask(
    'mutation($input: RecordServicesInput!) { recordServices(input: $input) { userErrors { code } } }',
    { input: { agreementId: 'any', records } },
  );
  expect(answer.errors.map(({ message, extensions }) => [extensions?.code, message])).toEqual([
    [
      'BAD_USER_INPUT',
      expect.stringMatching(/input\.records\[2\]\.occurredOn.*Date must be like "2024-05-01"/),
    ],
    ['BAD_USER_INPUT', expect.stringMatching(/input\.records\[3\]\.quantities\[0\]\.value.*Decimal must be/)],
  ]);
});
