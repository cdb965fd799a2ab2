import type { AgreementService } from '../agreement';
import type { OrganisationService } from '../directory';
import { BoardResolver, BoardRowResolver } from './board/board.resolver';
import { BoardService } from './board/board.service';
import { AgreementMonthsResolver, MonthEventResolver, MonthResolver } from './months/month.resolver';
import { MonthService } from './months/month.service';
import { MonthStepService } from './months/month-step.service';

export { readMonthId } from './months/month-id';
export { monthByKey } from './months/month.repository';
export { MonthState } from './months/month.enums';
export { type ClosedMonth, closedMonths } from './months/month-step.repository';

export interface ReportingDependencies {
  agreements: AgreementService;
  organisations: OrganisationService;
}

export function createReporting({ agreements, organisations }: ReportingDependencies) {
  const months = new MonthService();
  const steps = new MonthStepService();
  const resolvers = [
    new AgreementMonthsResolver(months, steps, agreements),
    new BoardResolver(new BoardService()),
    new BoardRowResolver(),
    new MonthEventResolver(organisations),
    new MonthResolver(months, steps, agreements),
  ];
  return { resolvers, services: { months, monthSteps: steps } };
}
