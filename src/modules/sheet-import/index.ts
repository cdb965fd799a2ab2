import type { AgreementService } from '../agreement';
import type { BulkRecords } from '../service-record';
import { AnnotatedService } from './annotated/annotated.service';
import { FormSource } from './form-source';
import { KeptFiguresService } from './fujian-1/kept-figures.service';
import {
  AgreementImportsResolver,
  ImportReceiptResolver,
  SheetFaultResolver,
  SheetImportResolver,
} from './import.resolver';
import { ImportService } from './import.service';
import { ImportTurns } from './import-turns';
import { ImportWritingResolver } from './import-writing.resolver';
import { MatchNamesResolver } from './names/match-names.resolver';
import { MatchNamesService } from './names/match-names.service';
import { SheetRowsResolver } from './rows/rows.resolver';
import { RowsService } from './rows/rows.service';
import { UploadService } from './upload.service';
import { ApplyService } from './writing/apply.service';
import { ImportPreviews } from './writing/import-previews';
import { ImportWriter } from './writing/import-writer';
import { ServiceRecordsWriter } from './writing/records/service-records-writer';
import { RosterWriter } from './writing/staff/roster-writer';
import type { StaffServices } from './writing/staff/staff-services';
import type { TargetServices } from './writing/targets/target-services';
import { TargetWriter } from './writing/targets/target-writer';

export type { AnnotatedService } from './annotated/annotated.service';
export type { FormContext } from './form-context';
export type { FormFigure } from './fujian-1/figure';
export { KeptFiguresService } from './fujian-1/kept-figures.service';
export type { Fujian1Reading } from './fujian-1/read-fujian-1';
export { formOf, type FormReading, readForm } from './form.rules';
export { importRoute } from './import.route';
export { ImportService } from './import.service';
export { sheetImportById, type SheetImportRow } from './import.repository';
export { SheetImportType } from './import.type';
export { expireFiles } from './upload.repository';
export { sheetImports } from './read.sql';

interface SheetImportDependencies extends TargetServices, StaffServices {
  agreements: AgreementService;
  bulkRecords: BulkRecords;
}

export function createSheetImports({ agreements, bulkRecords, ...services }: SheetImportDependencies) {
  const { catalogue } = services;
  const turns = new ImportTurns();
  const source = new FormSource(catalogue, agreements, turns);
  const writer = new ImportWriter([
    new TargetWriter(services),
    new RosterWriter(services),
    new ServiceRecordsWriter(catalogue, bulkRecords),
  ]);
  const previews = new ImportPreviews(agreements, source, writer, turns);
  const imports = new ImportService(previews);
  const applying = new ApplyService(imports, agreements, source, writer, turns);
  const matching = new MatchNamesService(imports, agreements, source, previews);
  return {
    resolvers: [
      new SheetImportResolver(imports, agreements),
      new AgreementImportsResolver(imports),
      new ImportReceiptResolver(imports),
      new SheetFaultResolver(),
      new ImportWritingResolver(imports, applying),
      new MatchNamesResolver(imports, matching),
      new SheetRowsResolver(new RowsService(turns)),
    ],
    services: {
      imports,
      keptFigures: new KeptFiguresService(agreements, source),
      uploads: new UploadService(agreements, source, previews),
      annotated: new AnnotatedService(imports),
    },
  };
}
