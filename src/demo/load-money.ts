import type { Caller } from '../access';
import type { Services } from '../api';
import { InstalmentCondition } from '../modules/agreement';
import { FundingLevel } from '../modules/funding';
import type { StationFacts } from './facts';
import { findRegistered } from './load-station';

/** Sets which funding sources pay a station's fee, as its operator's report says. Idempotent. */
export async function loadSources(services: Services, caller: Caller, facts: StationFacts): Promise<void> {
  const { fundedBy } = facts.agreement;
  if (!fundedBy) return;
  const { id } = await findRegistered(services, caller, facts);
  await services.plans.setSources(caller, {
    agreementId: id,
    sources: fundedBy.map(({ level, amount }) => ({ level: FundingLevel[level], amount })),
  });
}

/**
 * Sets a street's own budget of a fiscal year and what it paid the operator out of it, as the street. The source says
 * how much and in which year; it names no day, no instalment and no recall rule, so none is recorded, and what the
 * street paid is not what the operator received under this agreement.
 */
export async function loadStreetBudget(
  services: Services,
  caller: Caller,
  facts: StationFacts,
): Promise<void> {
  if (!facts.budget) return;
  const { approved, paidToOperator, fiscalYear } = facts.budget;
  const { id: agreementId } = await findRegistered(services, caller, facts);
  await services.plans.setFiscalBudget(caller, { agreementId, fiscalYear, amount: approved });
  await services.ledgers.recordPayment(caller, {
    agreementId,
    fiscalYear,
    amount: paidToOperator,
    idempotencyKey: `report ${fiscalYear}`,
  });
}

/** Records what a station's report says of its operator's own money: budget, receipts, spending. Idempotent. */
export async function loadMoney(services: Services, caller: Caller, facts: StationFacts): Promise<void> {
  if (!facts.money) return;
  const { receipts, categories, spentBy } = facts.money;
  const { plans, ledgers } = services;
  const { id: agreementId } = await findRegistered(services, caller, facts);
  await plans.setBudget(caller, {
    agreementId,
    lines: categories.map(({ name, budgeted }) => ({ category: name, amount: budgeted })),
  });
  for (const { month, amount, instalment } of receipts) {
    await ledgers.recordReceipt(caller, {
      agreementId,
      amount,
      receivedMonth: month,
      condition: InstalmentCondition[instalment],
      idempotencyKey: `report ${month}`,
    });
  }
  for (const { name, spent } of categories) {
    await ledgers.recordExpenditure(caller, {
      agreementId,
      category: name,
      amount: spent,
      spentOn: spentBy,
      idempotencyKey: `report ${name}`,
    });
  }
}
