export { type AgreementGroup, groupColumns } from './agreement-group';
export { RegisterAgreementInput } from './registration/agreement.input';
export { agreementById, findAgreement, lockAgreement, writeStaffingParameters } from './agreement.repository';
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
export { pointById, projectById, termById, zoneById } from './parts/parts.repository';
export {
  agreementJson,
  type AgreementKey,
  type AgreementRow,
  agreements,
  idempotencyKeys,
  instalments,
  type PointRow,
  points,
  projectColumns,
  type ProjectRow,
  projects,
  SCOPE,
  type StaffingParameters,
  staffingParametersJson,
  termColumns,
  termJson,
  type TermRow,
  terms,
  zoneColumns,
  zoneJson,
  type ZoneRow,
  zones,
} from './read.sql';
export { RegistrationService } from './registration/registration.service';
export { timeProgress } from './time-progress.rules';
export { StationAgreementsResolver } from './station-agreements.resolver';
export { readStructure, type Structure } from './parts/structure.repository';
export { PointResolver, ZoneResolver } from './parts/zone.resolver';
