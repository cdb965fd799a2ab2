import type { AgreementService } from '../agreement';
import type { Catalogue } from '../completion';
import type { DistrictDirectory, OrganisationService } from '../directory';
import type { SnapshotService } from '../snapshot';
import { BoardResolver, BoardRowResolver } from './board/board.resolver';
import { BoardService } from './board/board.service';
import { AgreementMonthsResolver } from './months/agreement-months.resolver';
import { MonthEventResolver } from './months/month-event.resolver';
import { MonthResolver } from './months/month.resolver';
import { MonthReportResolver } from './months/month-report.resolver';
import { MonthReportService } from './months/month-report.service';
import { MonthService } from './months/month.service';
import { MonthStepService } from './months/month-step.service';
import { AgreementReportsResolver } from './published/agreement-reports.resolver';
import { PublishedReportResolver } from './published/published-report.resolver';
import { PublishedReportService } from './published/published-report.service';

export { monthId, readMonthId } from './months/month-id';
export { monthByKey } from './months/month.repository';
export { calendarMonths, isRecent, type MonthRow, monthsOf, monthsToAccept } from './months/month.sql';
export { ReportMonthType } from './months/month.type';
export { MonthReportService } from './months/month-report.service';
export { closedMonths } from './months/month-step.repository';
export { ReportKind } from './published/published-report.enums';
export { publishedReportById } from './published/published-report.repository';
export { publishedReports, reportMonths } from './read.sql';

interface ReportingDependencies {
  agreements: AgreementService;
  catalogue: Catalogue;
  districts: DistrictDirectory;
  organisations: OrganisationService;
  snapshots: SnapshotService;
}

export function createReporting({
  agreements,
  catalogue,
  districts,
  organisations,
  snapshots,
}: ReportingDependencies) {
  const monthReports = new MonthReportService(agreements, snapshots);
  const months = new MonthService(districts);
  const steps = new MonthStepService(monthReports);
  const published = new PublishedReportService(agreements, snapshots);
  const resolvers = [
    new AgreementMonthsResolver(months, steps, agreements),
    new AgreementReportsResolver(published),
    new BoardResolver(new BoardService(districts)),
    new BoardRowResolver(),
    new MonthEventResolver(organisations),
    new MonthReportResolver(monthReports, catalogue),
    new MonthResolver(months, steps, agreements),
    new PublishedReportResolver(published, agreements, organisations),
  ];
  return { resolvers, services: { months, monthSteps: steps, publishedReports: published } };
}
