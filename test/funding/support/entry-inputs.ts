import type { Agreement } from '../../api/support/agreements';

type Input = Record<string, unknown>;

/** A budget that 人员费用 and 办公费用 share. */
export const BUDGET_LINES = [
  { category: '人员费用', amount: '1000' },
  { category: '办公费用', amount: '500' },
];

/** Inputs of entries of the agreement that a test has now. */
export function entryInputs(
  agreement: () => Agreement,
): Record<'receipt' | 'expenditure' | 'payment', (changes?: Input) => Input> {
  const input =
    (defaults: Input) =>
    (changes: Input = {}): Input => ({ agreementId: agreement().id, ...defaults, ...changes });
  return {
    receipt: input({ condition: 'SIGNING', amount: '100.00', receivedOn: '2024-02-01' }),
    expenditure: input({ category: '人员费用', amount: '10.50', spentOn: '2024-02-01' }),
    payment: input({ fiscalYear: 2024, amount: '70' }),
  };
}

export const reversal = (id: string, changes: Input = {}): Input => ({ id, reason: '录入有误', ...changes });
