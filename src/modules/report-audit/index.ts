import type { AgreementService } from '../agreement';
import type { Catalogue } from '../completion';
import type { OrganisationService } from '../directory';
import type { ImportService, KeptFiguresService } from '../sheet-import';
import type { SnapshotService } from '../snapshot';
import { AgreementAuditsResolver } from './agreement-audits.resolver';
import { AuditedFigureResolver } from './audited-figure.resolver';
import { RecordedFiguresService } from './recorded-figures.service';
import { ReportAuditResolver } from './report-audit.resolver';
import { ReportAuditService } from './report-audit.service';
import { SheetFigureResolver, SheetFiguresResolver } from './sheet-figure.resolver';

export { reportAudits } from './read.sql';
export { reportAuditById } from './report-audit.repository';

interface ReportAuditDependencies {
  agreements: AgreementService;
  catalogue: Catalogue;
  organisations: OrganisationService;
  snapshots: SnapshotService;
  imports: ImportService;
  keptFigures: KeptFiguresService;
}

export function createReportAudits(dependencies: ReportAuditDependencies) {
  const { agreements, catalogue, organisations, snapshots, imports } = dependencies;
  const recordedFigures = new RecordedFiguresService(agreements, snapshots, catalogue);
  const audits = new ReportAuditService({ ...dependencies, recordedFigures });
  const resolvers = [
    new AgreementAuditsResolver(audits),
    new AuditedFigureResolver(catalogue),
    new ReportAuditResolver(audits, agreements, organisations, imports),
    new SheetFigureResolver(catalogue),
    new SheetFiguresResolver(audits),
  ];
  return { resolvers };
}
