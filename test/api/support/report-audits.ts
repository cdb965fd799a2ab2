import type { Client } from '../../kit/api';
import type { UserError } from './questions';

export interface AuditedFigure {
  position: number;
  where: string | null;
  indicator: { code: string } | null;
  measure: { code: string } | null;
  subject: string | null;
  zone: { id: string; name: string } | null;
  kind: string;
  printed: string | null;
  recomputed: string | null;
  verdict: string | null;
  inReport: { fault: string; expected: string | null; places: string[] }[];
  roundings: string[];
  possible: { part: string; rounding: string; least: string; most: string | null }[];
  isFinding: boolean;
}

export interface Audit {
  id: string;
  title: string;
  from: string;
  to: string;
  asOf: string;
  auditedBy: { name: string };
  agreement: { id: string };
  sheetImport: { id: string } | null;
  rounding: { roundings: string[]; ratios: number; explained: number };
  figureCount: number;
  findingCount: number;
  figures: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    nodes: AuditedFigure[];
  };
}

const FIGURE = `position where indicator { code } measure { code } subject zone { id name } kind printed recomputed verdict
  inReport { fault expected places } roundings possible { part rounding least most } isFinding`;
const AUDIT = `id title from to asOf auditedBy { name } agreement { id } sheetImport { id }
  rounding { roundings ratios explained } figureCount findingCount
  figures(first: $first, after: $after, findings: $findings) {
    totalCount pageInfo { hasNextPage endCursor } nodes { ${FIGURE} } }`;
const PAGE = '$first: Int = 500, $after: String, $findings: Boolean';

const WRITE = `mutation($input: AuditReportInput!, ${PAGE}) {
  auditReport(input: $input) { audit { ${AUDIT} } userErrors { code path message } } }`;

/** Audits a report; what is wrong with it where it is refused. */
export async function tryAudit(
  client: Client,
  input: Record<string, unknown>,
): Promise<{ audit: Audit | null; userErrors: UserError[] }> {
  const { auditReport } = await client.get<{ auditReport: { audit: Audit | null; userErrors: UserError[] } }>(
    WRITE,
    { input },
  );
  return auditReport;
}

export async function audit(client: Client, input: Record<string, unknown>): Promise<Audit> {
  const { audit: kept, userErrors } = await tryAudit(client, input);
  if (!kept) throw new Error(JSON.stringify(userErrors));
  return kept;
}

export const READ = `query($id: ID!, ${PAGE}) { reportAudit(id: $id) { ${AUDIT} } }`;

export async function readAudit(
  client: Client,
  id: string,
  page: Record<string, unknown> = {},
): Promise<Audit> {
  return (await client.get<{ reportAudit: Audit }>(READ, { id, ...page })).reportAudit;
}

/** A line of a report as figures of an input: target, completed and ratio, as far as it has them. */
export function line(
  of: string,
  [target, completed, percent]: readonly (string | null)[],
  { zoneId = null, where = of }: { zoneId?: string | null | undefined; where?: string } = {},
): Record<string, unknown>[] {
  const [indicator, measure] = of.split(' ');
  const subject = measure === undefined ? { subject: of } : { indicator, measure };
  return Object.entries({ TARGET: target, COMPLETED: completed, PERCENT: percent }).flatMap(([kind, value]) =>
    value == null ? [] : [{ ...subject, zoneId, kind, value, where: `${where} ${kind}` }],
  );
}
