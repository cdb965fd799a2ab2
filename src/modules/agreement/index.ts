export { type AgreementGroup, groupColumns } from './agreement-group';
export { RegisterAgreementInput } from './registration/agreement.input';
export { agreementById, type AgreementRow, findAgreement, lockAgreement } from './agreement.repository';
export { type AgreementPrefetch, AgreementResolver } from './agreement.resolver';
export { AgreementService, keyOf } from './agreement.service';
export {
  AgreementPayload,
  AgreementType,
  PointType,
  ProjectType,
  TermType,
  ZoneType,
} from './agreement.type';
export { ProjectKind, ServiceDomain, ServiceModel, InstalmentCondition } from './agreement.enums';
export { answeredBefore, answeredSomewhere, IDEMPOTENCY_KEY, type KeyedCall, keyReused } from './idempotency';
export { AgreementStructureCache } from './parts/agreement-structure-cache';
export {
  type AgreementKey,
  pointById,
  type PointRow,
  projectById,
  type ProjectRow,
  termById,
  type TermRow,
  zoneById,
  type ZoneRow,
} from './parts/parts.repository';
export { RegistrationService } from './registration/registration.service';
export { timeProgress } from './time-progress.rules';
export { StationAgreementsResolver } from './station-agreements.resolver';
export { readStructure, type Structure } from './parts/structure.repository';
export { PointResolver, ZoneResolver } from './parts/zone.resolver';
