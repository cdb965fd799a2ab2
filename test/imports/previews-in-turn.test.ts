import { newStation } from '../api/support/agreements';
import { record } from '../api/support/questions';
import { startApi } from '../kit/api';
import { importOf, log, preview } from './support/imports';

test('of those who look at an outdated preview at once, one has it made anew', async () => {
  const api = await startApi();
  const worker = await api.as('worker@fengyuan.example');
  const agreement = await newStation(api);
  const { id, digest } = await preview(api, worker, agreement.id, log('2024-03-01,东片,,红棉热线,3,'));
  await record(worker, agreement.id, [
    { indicator: 'HOTLINE', occurredOn: '2024-03-02', quantities: [{ measure: 'CALLS', value: '1' }] },
  ]);
  const made = (): number => api.statements().get('sheetImport.storePreview')!;
  const before = made();
  const shown = await Promise.all(Array.from({ length: 6 }, async () => importOf(worker, id)));
  expect(shown.map((one) => one.digest)).toEqual(Array(6).fill(digest));
  expect(made() - before).toBe(1);
  await api.close();
});
