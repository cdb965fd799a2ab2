import { reportToAudit } from './audit-fixtures';
import * as fixtures from './fixtures';
import * as fresh from './fresh-fixtures';
import type { Person } from './people';
import type { Args } from './schema';
import type { Site } from './sites';

const reason = '登记有误';

/** Valid calls about months and published reports, as in calls.ts. */
export const REPORTING_CALLS: Record<string, (who: Person, site: Site) => Args | Promise<Args>> = {
  'Query.reportBoard': () => ({ from: '2022-01', to: '2023-06', withEnded: true }),
  'PublishedReport.comparedWith': (_, { ids }) => ({ otherId: ids.PublishedReport }),
  // Nor is a report of it audited.
  'Query.reportAudit': (_, { ids }) => ({ id: ids.ReportAudit ?? ids.Agreement }),
  'ReportAudit.comparedWith': (_, { ids }) => ({ otherId: ids.ReportAudit }),
  'Mutation.auditReport': (_, site) => ({
    input: { agreementId: site.ids.Agreement, ...reportToAudit(site) },
  }),
  'Agreement.monthSpending': () => ({ month: '2022-06' }),
  'Mutation.handInMonth': async (...of) => fresh.monthToHandIn(...of),
  'Mutation.recallMonth': async (...of) => ({ id: await fresh.handedIn('recallMonth', ...of), reason }),
  'Mutation.acceptMonths': async (...of) => ({ ids: [await fresh.handedIn('acceptMonths', ...of)] }),
  'Mutation.sendBackMonth': async (...of) => ({ id: await fresh.handedIn('sendBackMonth', ...of), reason }),
  'Mutation.setMonthsDueDay': (_, { ids }) => ({ agreementId: ids.Agreement, day: 8 }),
  'Mutation.publishReport': (_, site) => ({
    input: { agreementId: site.ids.Agreement, ...fixtures.publication(site) },
  }),
};
