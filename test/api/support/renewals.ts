import type { Client } from '../../kit/api';
import { type Agreement, newStation } from './agreements';
import type { Api } from '../../kit/api';
import type { UserError } from './questions';

const RENEWED = `id state startsOn endsOn annualFee requiredPosts requiredCertifiedShare serviceModel
  station { id } operator { name } purchaser { name }
  terms { id name startsOn endsOn } zones { name points { name } } points { name } projects { name kind domain }
  targets { term { name } zone { name } project { name } measure { code } value }
  staffingParameters { halfAfterDay practiceYears } funding { instalments { condition share } }
  renews { id } renewedBy { id }`;

/** What a renewal says, as a client reads it. */
export interface Renewed extends Omit<Agreement, 'zones' | 'points' | 'projects'> {
  annualFee: string | null;
  requiredPosts: string | null;
  requiredCertifiedShare: string | null;
  zones: { name: string; points: { name: string }[] }[];
  points: { name: string }[];
  projects: { name: string; kind: string; domain: string | null }[];
  targets: { term: { name: string }; zone: { name: string } | null; value: string }[];
  staffingParameters: { halfAfterDay: number; practiceYears: number };
  funding: { instalments: { condition: string; share: string }[] };
  renews: { id: string } | null;
  renewedBy: { id: string }[];
}

export const RENEW = `mutation($input: RenewAgreementInput!) {
  renewAgreement(input: $input) { agreement { ${RENEWED} } userErrors { code path message } }
}`;

type RenewalInput = { agreementId: string; startsOn: string; endsOn: string } & Record<string, unknown>;

export async function tryRenew(
  client: Client,
  input: RenewalInput,
): Promise<{ agreement: Renewed | null; userErrors: UserError[] }> {
  return (
    await client.get<{ renewAgreement: { agreement: Renewed | null; userErrors: UserError[] } }>(RENEW, {
      input,
    })
  ).renewAgreement;
}

/** Renews an agreement; fails on user errors. */
export async function renew(client: Client, input: RenewalInput): Promise<Renewed> {
  const { agreement, userErrors } = await tryRenew(client, input);
  if (!agreement) throw new Error(JSON.stringify(userErrors));
  return agreement;
}

/** An agreement as a renewal of it could be compared; null outside the scope. */
export async function readRenewed(client: Client, id: string): Promise<Renewed | null> {
  const { data } = await client.ask(`query($id: ID!) { agreement(id: $id) { ${RENEWED} } }`, { id });
  return (data as { agreement: Renewed | null } | null)?.agreement ?? null;
}

export const VISITS = { indicator: 'HOME_VISIT', measure: 'VISITS' };

/** A confirmed agreement of 2024 in two terms, with a fee, posts, instalments, and 100 visits in each zone of each term. */
export async function agreementOfTwoTerms(
  api: Api,
  changes: Record<string, unknown> = {},
): Promise<Agreement> {
  return newStation(
    api,
    {
      annualFee: '2400000',
      requiredPosts: '10',
      requiredCertifiedShare: '0.6',
      terms: [
        { name: '上半年', startsOn: '2024-01-01', endsOn: '2024-06-30' },
        { name: '下半年', startsOn: '2024-07-01', endsOn: '2024-12-31' },
      ],
      instalments: [
        { condition: 'SIGNING', share: '0.6' },
        { condition: 'FINAL_QUALIFIED', share: '0.4' },
      ],
      ...changes,
    },
    ({ terms, zones }) =>
      terms.flatMap(({ id: termId }) =>
        zones.map(({ id: zoneId }) => ({ ...VISITS, termId, zoneId, value: '100' })),
      ),
  );
}
