export { ExplanationResolver } from './explanation.resolver';
export { ExplanationService } from './explanation.service';
export { RecordingResolver } from './recording.resolver';
export { RecordingService } from './recording.service';
export type { RecordServicesInput } from './service-record.input';
export { recordById, type ServiceRecordRow } from './service-record.repository';
export {
  AgreementRecordsResolver,
  ServiceRecordResolver,
  ServiceRecordVersionResolver,
} from './service-record.resolver';
export { ServiceRecordService } from './service-record.service';
export { serviceRecords } from './read.sql';
