import type { DistrictDirectory, NameService, OrganisationService, StationService } from '../directory';
import { AgreementNamesResolver } from './agreement-names.resolver';
import { type AgreementPrefetch, AgreementResolver } from './agreement.resolver';
import { AgreementService } from './agreement.service';
import { PointResolver, ZoneResolver } from './parts/zone.resolver';
import { RegistrationService } from './registration/registration.service';
import { StationAgreementsResolver } from './station-agreements.resolver';

export { type AgreementGroup, groupColumns } from './agreement-group';
export { RegisterAgreementInput } from './registration/agreement.input';
export { agreementById, findAgreement, lockAgreement, writeStaffingParameters } from './agreement.repository';
export { type AgreementPrefetch } from './agreement.resolver';
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
export { timeProgress } from './time-progress.rules';
export { readStructure, type Structure } from './parts/structure.repository';

export interface AgreementDependencies {
  districts: DistrictDirectory;
  names: NameService;
  organisations: OrganisationService;
  stations: StationService;
  prefetch: AgreementPrefetch;
}

export function createAgreements({
  districts,
  names,
  organisations,
  stations,
  prefetch,
}: AgreementDependencies) {
  const agreements = new AgreementService();
  const registration = new RegistrationService(districts);
  const resolvers = [
    new AgreementNamesResolver(names),
    new AgreementResolver(agreements, registration, stations, organisations, prefetch),
    new PointResolver(agreements),
    new StationAgreementsResolver(agreements),
    new ZoneResolver(agreements),
  ];
  return { resolvers, services: { agreements, registration } };
}
