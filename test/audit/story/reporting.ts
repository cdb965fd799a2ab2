import { type Chapters, reason } from './cast';

/** The months of an agreement. */
export const REPORTING: Chapters = {
  setMonthsDueDay: ({ purchaser, made: { agreementId } }) => ({
    by: purchaser,
    args: { agreementId, day: 8 },
    action: 'MONTHS_DUE_DAY_SET',
    thing: 'Agreement',
    values: 'both',
  }),
  handInMonth: ({ admin, made: { agreementId } }) => ({
    by: admin,
    args: { agreementId, month: '2024-01', note: '附照片' },
    action: 'MONTH_HANDED_IN',
    thing: 'ReportMonth',
    values: 'both',
  }),
  recallMonth: ({ admin, made: { agreementId } }) => ({
    by: admin,
    args: { id: `${agreementId}.2024-01`, reason },
    action: 'MONTH_RECALLED',
    thing: 'ReportMonth',
    values: 'both',
  }),
  acceptMonths: ({ purchaser, made: { agreementId } }) => ({
    by: purchaser,
    args: { ids: [`${agreementId}.2024-02`] },
    action: 'MONTH_ACCEPTED',
    thing: 'ReportMonth',
    values: 'both',
  }),
  sendBackMonth: ({ bureau, made: { agreementId } }) => ({
    by: bureau,
    args: { id: `${agreementId}.2024-02`, reason },
    action: 'MONTH_SENT_BACK',
    thing: 'ReportMonth',
    values: 'both',
  }),
  auditReport: ({ bureau, made: { agreementId } }) => ({
    by: bureau,
    args: {
      input: {
        agreementId,
        title: '年度报告',
        from: '2024-01-01',
        to: '2024-12-31',
        figures: [{ subject: '资金执行', kind: 'PERCENT', value: '75.5%', where: '第3页' }],
      },
    },
    action: 'REPORT_AUDITED',
    thing: 'ReportAudit',
    values: 'after',
  }),
  publishReport: ({ admin, made: { agreementId } }) => ({
    by: admin,
    args: { input: { agreementId, title: '上半年报告', from: '2024-01-01', to: '2024-06-30' } },
    action: 'REPORT_PUBLISHED',
    thing: 'PublishedReport',
    values: 'after',
  }),
};
