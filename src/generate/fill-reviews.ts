import type { Write } from '../access';
import { AssessmentParty, type ScoringParty } from '../modules/assessment';
import type { Party } from './directory';
import { decline, scopeOf } from './fill-registrations';
import { streetMoneyOf } from './money';
import { partsOf } from './parts';
import type { City } from './plan';
import type { PlannedAssessment } from './reviews';
import * as tables from './tables';

/** Writes a street's budgets and payments for the agreements it buys, and declines renewals, as its administrator. */
export async function fillPayments(city: City, purchaser: Party, transaction: Write): Promise<void> {
  const own = city.agreements.filter((agreement) => agreement.purchaser === purchaser);
  const by = purchaser.administrator.id;
  const drafts = own.map((agreement) => ({
    agreement,
    scope: scopeOf(agreement),
    money: streetMoneyOf(city, agreement, partsOf(city, agreement)),
  }));
  await tables.FISCAL_BUDGET.insert(
    transaction,
    drafts.flatMap(({ agreement, scope, money }) =>
      money.budgets.map(({ fiscalYear, amount, recallBy }) => [
        ...scope,
        fiscalYear,
        1,
        amount,
        recallBy === null ? null : '0.8',
        recallBy,
        agreement.registeredAt,
        by,
      ]),
    ),
  );
  await tables.PAYMENT.insert(
    transaction,
    drafts.flatMap(({ scope, money }) =>
      money.payments.map(({ id, amount, fiscalYear, paidOn }) => [
        ...scope,
        id,
        'PURCHASER',
        amount,
        `${paidOn} 10:00Z`,
        by,
        fiscalYear,
        paidOn,
        paidOn,
      ]),
    ),
  );
  await decline(city, purchaser, transaction);
  transaction.log({
    action: 'FISCAL_BUDGET_SET',
    thing: 'Organisation',
    thingId: purchaser.id,
    agreementIds: own.map(({ id }) => id),
    after: { generated: city.options },
  });
}

/** Creates the assessments of a district, as its bureau. */
export async function fillAssessments(
  city: City,
  bureau: Party,
  assessments: readonly PlannedAssessment[],
  transaction: Write,
): Promise<void> {
  await tables.ASSESSMENT.insert(
    transaction,
    assessments.map(({ agreement, id, kind, from, to, assessor, openedAt }) => [
      ...scopeOf(agreement),
      id,
      kind,
      from,
      to,
      assessor.id,
      openedAt,
      bureau.administrator.id,
    ]),
  );
  transaction.log({
    action: 'ASSESSMENT_OPENED',
    thing: 'Organisation',
    thingId: bureau.id,
    agreementIds: [...new Set(assessments.map(({ agreement }) => agreement.id))],
    after: { generated: city.options },
  });
}

/** Writes a party's scores of these assessments, as that party. */
export async function fillScores(
  city: City,
  party: ScoringParty,
  by: Party,
  assessments: readonly PlannedAssessment[],
  transaction: Write,
): Promise<void> {
  await tables.ASSESSMENT_SCORE.insert(
    transaction,
    assessments.flatMap(({ agreement, id, scores }) =>
      scores
        .filter((one) => one.party === party)
        .map(({ score, scoredAt }) => [
          ...scopeOf(agreement),
          id,
          party,
          score,
          scoredAt,
          by.administrator.id,
        ]),
    ),
  );
  transaction.log({
    action: 'ASSESSMENT_SCORED',
    thing: 'Organisation',
    thingId: by.id,
    agreementIds: [...new Set(assessments.map(({ agreement }) => agreement.id))],
    after: { generated: city.options },
  });
}

/** The organisation that scores as a party of an assessment. */
export function scorerOf(city: City, party: ScoringParty, { agreement, assessor }: PlannedAssessment): Party {
  switch (party) {
    case AssessmentParty.PURCHASER:
      return agreement.purchaser;
    case AssessmentParty.SUPERVISOR:
      return bureauOf(city, agreement.station.districtCode);
    case AssessmentParty.MENTORING_CENTRE:
      return city.mentoringCentre;
    case AssessmentParty.THIRD_PARTY:
      return assessor;
  }
}

export function bureauOf(city: City, districtCode: string): Party {
  const bureau = city.bureaus.find((one) => one.districtCode === districtCode);
  if (!bureau) throw new Error(`no bureau in ${districtCode}`);
  return bureau;
}
