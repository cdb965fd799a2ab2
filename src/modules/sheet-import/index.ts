import type { AgreementService } from '../agreement';
import type { BulkRecords } from '../service-record';
import { FormSource } from './form-source';
import {
  AgreementImportsResolver,
  ImportReceiptResolver,
  SheetFaultResolver,
  SheetImportResolver,
} from './import.resolver';
import { ImportService } from './import.service';
import { ImportWritingResolver } from './import-writing.resolver';
import { MatchNamesResolver } from './names/match-names.resolver';
import { MatchNamesService } from './names/match-names.service';
import { UploadService } from './upload.service';
import { ApplyService } from './writing/apply.service';
import { ImportPreviews } from './writing/import-previews';
import { ImportWriter } from './writing/import-writer';
import { ServiceRecordsWriter } from './writing/records/service-records-writer';
import { RosterWriter } from './writing/staff/roster-writer';
import type { StaffServices } from './writing/staff/staff-services';
import type { TargetServices } from './writing/targets/target-services';
import { TargetWriter } from './writing/targets/target-writer';

export type { FormContext } from './form-context';
export { formOf, type FormReading, readForm } from './form.rules';
export { importRoute } from './import.route';
export { sheetImportById } from './import.repository';
export { sheetImports } from './read.sql';

export interface SheetImportDependencies extends TargetServices, StaffServices {
  agreements: AgreementService;
  bulkRecords: BulkRecords;
}

export function createSheetImports({ agreements, bulkRecords, ...services }: SheetImportDependencies) {
  const { catalogue } = services;
  const source = new FormSource(catalogue, agreements);
  const writer = new ImportWriter([
    new TargetWriter(services),
    new RosterWriter(services),
    new ServiceRecordsWriter(catalogue, bulkRecords),
  ]);
  const previews = new ImportPreviews(agreements, source, writer);
  const imports = new ImportService(previews);
  const applying = new ApplyService(imports, agreements, source, writer);
  const matching = new MatchNamesService(imports, agreements, source, previews);
  return {
    resolvers: [
      new SheetImportResolver(imports, agreements),
      new AgreementImportsResolver(imports),
      new ImportReceiptResolver(imports),
      new SheetFaultResolver(),
      new ImportWritingResolver(imports, applying),
      new MatchNamesResolver(imports, matching),
    ],
    services: { uploads: new UploadService(agreements, source, previews) },
  };
}
