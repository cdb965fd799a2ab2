import { readable } from '../../platform/database/shape';
import { SCOPE } from '../agreement';

// xmin: incremental exports find changes by it.
export const budgets = readable('core.budget', `${SCOPE}, version, set_at, xmin`);
export const budgetLines = readable('core.budget_line', `${SCOPE}, version, position, category, amount`);

const ledger = (table: string, columns: string): ((alias: string) => string) =>
  readable(table, `${SCOPE}, id, amount, party, reverses, recorded_at, ${columns}, xmin`);
export const receiptEntries = ledger(
  'core.receipt',
  'condition, received_on, paid_on, received_by_month, paid_by_month',
);
export const expenditureEntries = ledger('core.expenditure', 'category, spent_on');
export const paymentEntries = ledger('core.payment', 'fiscal_year, paid_on, known_by');
