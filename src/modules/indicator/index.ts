export { Catalogue, type Indicator, type Measure, shown } from './catalogue';
export { IndicatorType, MeasureType } from './indicator.type';
export { prefetchCompletion, CompletionResolver, TermCompletionResolver } from './completion.resolver';
export { CompletionService, type CompletionTable } from './completion.service';
export { CompletionTableType } from './completion.type';
export { ExplanationResolver } from './explanation.resolver';
export { ExplanationService } from './explanation.service';
export { IndicatorResolver } from './indicator.resolver';
export { type AgreementInTerm, progressOfGroups, type ProgressSums } from './progress.repository';
export { RecordingResolver } from './recording.resolver';
export { RecordingService } from './recording.service';
export { recordById, type ServiceRecordRow } from './service-record.repository';
export {
  AgreementRecordsResolver,
  ServiceRecordResolver,
  ServiceRecordVersionResolver,
} from './service-record.resolver';
export { ServiceRecordService } from './service-record.service';
export type { RecordServicesInput } from './service-record.input';
export type { SetTargetsInput } from './target.input';
export { TargetService } from './target.service';
