import { InstalmentCondition } from '../modules/agreement';
import type { Day } from '../platform/calendar';
import { daysAfter, LAST_DAY, monthsAfter } from './days';
import type { Parts } from './parts';
import type { City, PlannedAgreement } from './plan';
import { isReleased } from './reviews';

export interface Receipt {
  id: string;
  condition: InstalmentCondition;
  amount: string;
  paidOn: Day;
  receivedOn: Day;
}

export interface Expenditure {
  id: string;
  category: string;
  amount: string;
  spentOn: Day;
}

/** What an operator plans, receives and spends under an agreement. */
export interface Money {
  sources: { level: 'CITY' | 'DISTRICT'; amount: string }[];
  lines: { category: string; amount: string }[];
  receipts: Receipt[];
  expenditures: Expenditure[];
}

/** 预算科目, in hundredths of the fee. */
const CATEGORIES: readonly (readonly [category: string, hundredths: number])[] = [
  ['人员费用', 62],
  ['专业服务费用', 17],
  ['日常办公费用', 8],
  ['项目活动费用', 7],
  ['督导与评估费用', 4],
  ['其他费用', 2],
];
const QUARTERS = [3, 6, 9, 12];

/** Months after the beginning when an instalment is due: after signing, and after each assessment. */
const DUE_AFTER: Record<InstalmentCondition, number> = {
  SIGNING: 0,
  MIDTERM_QUALIFIED: 7,
  FINAL_QUALIFIED: 13,
};

/** Hundredths of whole yuan, to the fen. */
function part(whole: number, hundredths: number): string {
  return (Math.round(whole * hundredths) / 100).toFixed(2);
}

export function moneyOf(city: City, agreement: PlannedAgreement, { instalments }: Parts): Money {
  const random = city.chance(`money ${agreement.id}`);
  const { annualFee, startsOn } = agreement;
  const at = agreement.registeredAt.getTime();
  const ofCity = random.pick([0, 30, 40, 50]);
  const thrift = random.whole(86, 104);
  return {
    sources: [
      ...(ofCity > 0 ? [{ level: 'CITY' as const, amount: part(annualFee, ofCity) }] : []),
      { level: 'DISTRICT' as const, amount: part(annualFee, 100 - ofCity) },
    ],
    lines: CATEGORIES.map(([category, hundredths]) => ({ category, amount: part(annualFee, hundredths) })),
    receipts: instalments
      .filter(({ condition }) => isReleased(city, agreement, condition))
      .map(({ condition, hundredths }) => {
        const paidOn = daysAfter(monthsAfter(startsOn, DUE_AFTER[condition]), random.whole(5, 40));
        const receivedOn = daysAfter(paidOn, random.whole(0, 6));
        return { id: random.id(at), condition, amount: part(annualFee, hundredths), paidOn, receivedOn };
      })
      .filter(({ receivedOn }) => receivedOn <= LAST_DAY),
    expenditures: QUARTERS.flatMap((months) =>
      CATEGORIES.map(([category, hundredths]) => ({
        id: random.id(at),
        category,
        // A quarter of the year's line, some more and some less.
        amount: part(annualFee * (hundredths / 400), random.whole(thrift - 6, thrift + 6)),
        spentOn: daysAfter(monthsAfter(startsOn, months), -random.whole(1, 20)),
      })),
    ).filter(({ spentOn }) => spentOn <= agreement.lastDay),
  };
}

/** What a street plans and pays for an agreement. */
interface StreetMoney {
  budgets: { fiscalYear: number; amount: string; recallBy: Day | null }[];
  payments: { id: string; fiscalYear: number; amount: string; paidOn: Day }[];
}

/** The street's side: a budget for each calendar year in which it pays, and the payments that the operator received. */
export function streetMoneyOf(city: City, agreement: PlannedAgreement, parts: Parts): StreetMoney {
  const random = city.chance(`street ${agreement.id}`);
  const { receipts } = moneyOf(city, agreement, parts);
  const payments = receipts.map(({ amount, paidOn }) => ({
    id: random.id(agreement.registeredAt.getTime()),
    fiscalYear: Number(paidOn.slice(0, 4)),
    amount,
    paidOn,
  }));
  const first = Number(agreement.startsOn.slice(0, 4));
  const years = [...new Set([first, ...payments.map(({ fiscalYear }) => fiscalYear)])].sort();
  return {
    payments,
    budgets: years.map((fiscalYear) => ({
      fiscalYear,
      amount: part(agreement.annualFee, fiscalYear === first ? 100 : random.pick([20, 50])),
      recallBy: random.happens(70) ? `${fiscalYear}-08-31` : null,
    })),
  };
}
