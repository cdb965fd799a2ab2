import type { AgreementService } from '../agreement';
import type { Catalogue } from '../completion';
import { ExplanationResolver } from './explanation.resolver';
import { ExplanationService } from './explanation.service';
import { RecordingResolver } from './recording.resolver';
import { RecordingService } from './recording.service';
import {
  AgreementRecordsResolver,
  ServiceRecordResolver,
  ServiceRecordVersionResolver,
} from './service-record.resolver';
import { ServiceRecordService } from './service-record.service';

export type { RecordServicesInput } from './service-record.input';
export { recordById, type ServiceRecordRow } from './service-record.repository';
export { serviceRecords } from './read.sql';

export function createServiceRecords({
  agreements,
  catalogue,
}: {
  agreements: AgreementService;
  catalogue: Catalogue;
}) {
  const recording = new RecordingService(catalogue);
  const records = new ServiceRecordService(catalogue);
  const resolvers = [
    new AgreementRecordsResolver(records, agreements),
    new ExplanationResolver(new ExplanationService(catalogue)),
    new RecordingResolver(recording),
    new ServiceRecordResolver(records, agreements, catalogue),
    new ServiceRecordVersionResolver(records),
  ];
  return { resolvers, services: { recording } };
}
