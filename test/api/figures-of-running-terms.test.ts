import { dayOf } from '../../src/platform/calendar';
import { preview } from '../imports/support/imports';
import { sharedApi } from '../kit/shared-api';
import { newStation } from './support/agreements';
import { amend } from './support/amendments';

const DAY = 86_400_000;

test('a form of a term that is running is held against what is in force today, not at its end', async () => {
  const api = await sharedApi();
  const now = api.clock.now().getTime();
  const on = (days: number): string => dayOf(new Date(now + days * DAY));
  const days = { startsOn: on(-30), endsOn: on(30) };
  const target = { indicator: 'CASE_FILE', measure: 'FILES' };
  const agreement = await newStation(
    api,
    { ...days, terms: [{ name: '年度', ...days }] },
    ({ terms, zones }) => [{ ...target, termId: terms[0]!.id, zoneId: zones[0]!.id, value: '10' }],
  );
  const admin = await api.as('admin@fengyuan.example');
  await amend(
    { proposer: admin, confirmer: await api.as('admin@fengyuan-street.example') },
    {
      agreementId: agreement.id,
      effectiveOn: on(10),
      targets: [{ ...target, termId: agreement.terms[0]!.id, zoneId: agreement.zones[0]!.id, value: '20' }],
    },
  );
  const form = ['片区,困难群众和特殊群体建档,,', ',协议量,完成量,百分比', '东片,10,0,0%'].join('\n');
  const { id } = await preview(api, admin, agreement.id, form);
  const { sheetImport } = await admin.get<{ sheetImport: { figures: { cell: string; verdict: string }[] } }>(
    'query($id: ID!) { sheetImport(id: $id) { figures { cell verdict } } }',
    { id },
  );
  expect(sheetImport.figures.find(({ cell }) => cell === 'C3')?.verdict).toBe('EQUAL');
});
