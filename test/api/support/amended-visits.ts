import type { Api, Client } from '../../kit/api';
import { type Agreement, confirm, newProposal } from './agreements';
import { completion, setTargets } from './questions';

const HALVES = [
  { name: '上半年', startsOn: '2024-01-01', endsOn: '2024-06-30' },
  { name: '下半年', startsOn: '2024-07-01', endsOn: '2024-12-31' },
];
export const VISITS = { indicator: 'HOME_VISIT', measure: 'VISITS' };

/** An agreement of two terms with a fee, posts, and 100 visits asked for in each zone of each term. */
export async function agreementWithTargets(
  { api, operator }: { api: Api; operator: Client },
  changes: Record<string, unknown> = {},
): Promise<Agreement> {
  const proposal = await newProposal(api, {
    annualFee: '2400000',
    requiredPosts: '10',
    requiredCertifiedShare: '0.6',
    terms: HALVES,
    instalments: [
      { condition: 'SIGNING', share: '0.6' },
      { condition: 'FINAL_QUALIFIED', share: '0.4' },
    ],
    ...changes,
  });
  const targets = proposal.terms.flatMap(({ id: termId }) =>
    proposal.zones.map(({ id: zoneId }) => ({ ...VISITS, termId, zoneId, value: '100' })),
  );
  expect(await setTargets(operator, proposal.id, targets)).toEqual([]);
  return confirm(api, proposal);
}

/** The target and percentage of visits in a term as of a day, in total and by zone. */
export async function visits(
  street: Client,
  { id, terms }: Agreement,
  term: number,
  to: string,
): Promise<{ total: string | null; zones: (string | null)[] }> {
  const { startsOn, id: termId } = terms[term]!;
  const table = await completion(street, id, { termId, from: startsOn, to });
  const row = table.rows.find(({ indicator }) => indicator.code === 'HOME_VISIT');
  return { total: row?.total.target ?? null, zones: row?.byZone.map(({ target }) => target) ?? [] };
}
