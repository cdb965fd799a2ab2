import type { AuditAction } from '../../../src/access';
import { validRegistration } from '../../api/support/agreements';
import { organisationId } from '../../api/support/people';
import type { Client, TestApi } from '../../kit/api';
import { join, type Joined } from '../../membership/support';

/** The expected entry of a mutation in the audit log. */
export interface Entry {
  action: AuditAction;
  /** GraphQL type of the target. */
  thing: string | null;
  /** Which values it must have: those before, after, both or none. */
  values: 'before' | 'after' | 'both' | 'none';
}

/** A mutation that is really performed, as one chapter of the story; ids from earlier chapters are in `made`. */
export interface Chapter extends Entry {
  by: Client;
  args: Record<string, unknown>;
  /** The selection of the payload beside userErrors. */
  select?: string;
  keep?: (payload: Payload) => void;
}

/** The few fields of payloads that later chapters need. */
export interface Payload {
  agreement: { id: string; station: { id: string }; terms: { id: string }[]; zones: { id: string }[] };
  amendment: { id: string };
  cycle: { id: string };
  records: { id: string }[];
  sheetImport: { digest: string };
  entryId: string;
  memberIds: string[];
  member: { id: string; spells: { id: string }[] };
  assessment: { id: string; findings: { id: string }[] };
  evaluation: { id: string; groups: { id: string }[] };
  survey: { id: string };
  apiKey: { id: string };
  webhook: { id: string };
  organisation: { id: string };
  invitationToken: string;
  refreshToken: string;
  token: string;
}

/** The members that act in the story. */
export interface Cast {
  api: TestApi;
  admin: Client;
  worker: Client;
  purchaser: Client;
  bureau: Client;
  platform: Client;
  /** Who signs in and out, and changes its password. */
  colleague: Joined;
  assessorId: string;
  /** Ids and tokens by name. */
  made: Record<string, string>;
  registration: Record<string, unknown>;
}

export async function castOf(api: TestApi): Promise<Cast> {
  const admin = await api.as('admin@fengyuan.example');
  return {
    api,
    admin,
    made: {},
    worker: await api.as('worker@fengyuan.example'),
    purchaser: await api.as('admin@fengyuan-street.example'),
    bureau: await api.as('admin@liwan-bureau.example'),
    platform: await api.as('admin@platform.example'),
    colleague: await join(api, admin),
    assessorId: await organisationId(api, '广州市社会工作协会'),
    registration: await validRegistration(api, {
      annualFee: '1000000',
      requiredPosts: '10',
      requiredCertifiedShare: '0.5',
      instalments: [
        { condition: 'SIGNING', share: '0.5' },
        { condition: 'FINAL_QUALIFIED', share: '0.5' },
      ],
    }),
  };
}

/** Chapters by the name of the mutation, in an order in which each can be performed. */
export type Chapters = Record<string, (cast: Cast) => Chapter>;

export const DAY = '2024-03-01';
export const reason = '录入有误';
