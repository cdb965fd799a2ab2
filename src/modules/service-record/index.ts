import { type AgreementService, AgreementStructureCache } from '../agreement';
import type { Catalogue } from '../completion';
import { BulkRecords } from './bulk-records.store';
import { CorrectionService } from './correction.service';
import { ExplanationResolver } from './explanation.resolver';
import { ExplanationService } from './explanation.service';
import { RecordListResolver, RecordWarningsResolver } from './record-list.resolver';
import { RecordingResolver } from './recording.resolver';
import { RecordingService } from './recording.service';
import {
  AgreementRecordsResolver,
  ServiceRecordResolver,
  ServiceRecordVersionResolver,
} from './service-record.resolver';
import { ServiceRecordService } from './service-record.service';

export type { BulkCheck, BulkRecords } from './bulk-records.store';
export type { ServiceRecordInput } from './service-record.input';
export { recordById, type RecordVersion, type ServiceRecordRow } from './service-record.repository';
export { ServiceRecordType } from './service-record.type';
export {
  authoredServiceRecords,
  notedServiceRecords,
  serviceRecords,
  serviceRecordVersions,
} from './read.sql';

export function createServiceRecords({
  agreements,
  catalogue,
}: {
  agreements: AgreementService;
  catalogue: Catalogue;
}) {
  const structures = new AgreementStructureCache();
  const recording = new RecordingService(catalogue, structures);
  const corrections = new CorrectionService(catalogue, structures);
  const records = new ServiceRecordService(catalogue);
  const resolvers = [
    new AgreementRecordsResolver(records, agreements),
    new ExplanationResolver(new ExplanationService(catalogue)),
    new RecordListResolver(records),
    new RecordWarningsResolver(records),
    new RecordingResolver(recording, corrections),
    new ServiceRecordResolver(records, agreements, catalogue),
    new ServiceRecordVersionResolver(records),
  ];
  return {
    resolvers,
    services: { recording, corrections, bulkRecords: new BulkRecords(catalogue, structures) },
  };
}
