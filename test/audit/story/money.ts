import { type Cast, type Chapter, type Chapters, DAY, reason } from './cast';

const entryOf = (made: Cast['made'], name: string): Pick<Chapter, 'select' | 'keep'> => ({
  select: 'entryId',
  keep: ({ entryId }) => {
    made[name] = entryId;
  },
});

export const MONEY: Chapters = {
  setBudget: ({ admin, made: { agreementId } }) => ({
    by: admin,
    args: { input: { agreementId, lines: [{ category: '人员', amount: '600000' }] } },
    action: 'BUDGET_SET',
    thing: 'Agreement',
    values: 'both',
  }),
  setFundingSources: ({ admin, made: { agreementId } }) => ({
    by: admin,
    args: { input: { agreementId, sources: [{ level: 'CITY', amount: '1000000' }] } },
    action: 'FUNDING_SOURCES_SET',
    thing: 'Agreement',
    values: 'both',
  }),
  setFiscalBudget: ({ purchaser, made: { agreementId } }) => ({
    by: purchaser,
    args: { input: { agreementId, fiscalYear: 2024, amount: '500000' } },
    action: 'FISCAL_BUDGET_SET',
    thing: 'Agreement',
    values: 'after',
  }),
  recordReceipt: ({ admin, made }) => ({
    by: admin,
    args: {
      input: {
        agreementId: made.agreementId,
        amount: '100000',
        condition: 'SIGNING',
        receivedOn: DAY,
      },
    },
    action: 'RECEIPT_RECORDED',
    thing: 'Receipt',
    values: 'after',
    ...entryOf(made, 'receiptId'),
  }),
  reverseReceipt: ({ admin, made: { receiptId: id } }) => ({
    by: admin,
    args: { input: { id, reason } },
    action: 'RECEIPT_REVERSED',
    thing: 'Receipt',
    values: 'both',
  }),
  recordExpenditure: ({ admin, made }) => ({
    by: admin,
    args: { input: { agreementId: made.agreementId, amount: '500', category: '人员', spentOn: DAY } },
    action: 'EXPENDITURE_RECORDED',
    thing: 'Expenditure',
    values: 'after',
    ...entryOf(made, 'expenditureId'),
  }),
  reverseExpenditure: ({ admin, made: { expenditureId: id } }) => ({
    by: admin,
    args: { input: { id, reason } },
    action: 'EXPENDITURE_REVERSED',
    thing: 'Expenditure',
    values: 'both',
  }),
  recordPayment: ({ purchaser, made }) => ({
    by: purchaser,
    args: { input: { agreementId: made.agreementId, amount: '500', fiscalYear: 2024, paidOn: DAY } },
    action: 'PAYMENT_RECORDED',
    thing: 'Payment',
    values: 'after',
    ...entryOf(made, 'paymentId'),
  }),
  reversePayment: ({ purchaser, made: { paymentId: id } }) => ({
    by: purchaser,
    args: { input: { id, reason } },
    action: 'PAYMENT_REVERSED',
    thing: 'Payment',
    values: 'both',
  }),
};
