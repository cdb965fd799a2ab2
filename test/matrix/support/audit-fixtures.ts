import type { Client } from '../../kit/api';
import { mutate } from './fixtures';

interface Audited {
  ids: Record<string, string>;
  year: number;
}

/** A report of a site to be audited, the agreement aside. */
export function reportToAudit({ year, ids }: Audited): Record<string, unknown> {
  const visits = {
    indicator: 'HOME_VISIT',
    measure: 'VISITS',
    kind: 'COMPLETED',
    value: '0',
    where: '第3页',
  };
  return {
    title: '年度报告',
    from: `${year}-01-01`,
    to: `${year}-06-30`,
    figures: [visits, { ...visits, zoneId: ids.Zone, value: '/' }],
  };
}

/** Audits a report; returns the id of the audit. */
export async function auditReport(client: Client, site: Audited): Promise<string> {
  const input = { agreementId: site.ids.Agreement, ...reportToAudit(site) };
  const made = await mutate<{ audit: { id: string } }>(client, 'auditReport', input, 'audit { id }');
  return made.audit.id;
}
