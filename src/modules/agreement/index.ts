import type { DistrictDirectory, NameService, OrganisationService, StationService } from '../directory';
import { AgreementNamesResolver } from './agreement-names.resolver';
import { type AgreementPrefetch, AgreementResolver } from './agreement.resolver';
import { AgreementService } from './agreement.service';
import { PointResolver, ZoneResolver } from './parts/zone.resolver';
import {
  AgreementAmendmentsResolver,
  AmendmentAnswerResolver,
  AmendmentResolver,
} from './amendment/amendment.resolver';
import { AmendmentListService } from './amendment/amendment-list.service';
import { type AmendmentCheck, AmendmentService } from './amendment/amendment.service';
import { AgreementCycleResolver, CycleResolver } from './cycle/cycle.resolver';
import { CycleService } from './cycle/cycle.service';
import { AmendmentWarningsService } from './amendment/amendment-warnings.service';
import {
  AgreementPayloadWarningsResolver,
  AgreementWarningsResolver,
  AmendmentPayloadWarningsResolver,
  AmendmentWarningsResolver,
} from './warning.resolver';
import { ProposalResolver } from './proposal/proposal.resolver';
import { ProposalService } from './proposal/proposal.service';
import { AgreementEventResolver, AgreementRecordResolver } from './proposal/record.resolver';
import type { NamedTargets } from './registration/named-targets';
import { RegistrationService } from './registration/registration.service';
import type { Copier } from './renewal/copies';
import { RenewalResolver } from './renewal/renewal.resolver';
import { RenewalService } from './renewal/renewal.service';
import { StationAgreementsResolver } from './station-agreements.resolver';

export type { AmendmentContent } from './amendment/content';
export { type AmendmentCheck, AmendmentService } from './amendment/amendment.service';
export { cycleById } from './cycle/cycle.repository';
export { AmendmentType } from './amendment/amendment.type';
export {
  amendmentById,
  type AmendmentRow,
  type OpenTargets,
  readOpenTargets,
} from './amendment/amendment.repository';
export { type AgreementGroup, groupColumns } from './agreement-group';
export { countOfAgreement, pageOfAgreement } from './lists.sql';
export { RegisterAgreementInput } from './registration/agreement.input';
export {
  agreementById,
  findAgreement,
  lockAgreementShared,
  lockAgreementsShared,
  lockAgreement,
  writeMonthsDueDay,
  writeStaffingParameters,
} from './agreement.repository';
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
export {
  ProjectKind,
  ServiceDomain,
  ServiceModel,
  InstalmentCondition,
  AgreementState,
  AmendmentState,
} from './agreement.enums';
export {
  answeredBefore,
  answeredEach,
  answeredSomewhere,
  IDEMPOTENCY_KEY,
  type KeyedCall,
  keyReused,
} from './idempotency';
export { AgreementStructureCache } from './parts/agreement-structure-cache';
export { pointById, projectById, termById, zoneById } from './parts/parts.repository';
export {
  agreementJson,
  type AgreementKey,
  type AgreementRow,
  agreements,
  confirmedAgreements,
  onceConfirmedAgreements,
  confirmedTerms,
  contractCycles,
  idempotencyKeys,
  instalments,
  isOpenWithin,
  lapsesOn,
  lockedForWrites,
  type PointRow,
  points,
  projectColumns,
  type ProjectRow,
  projects,
  proposals,
  SCOPE,
  type StaffingParameters,
  staffingParametersJson,
  termColumns,
  termJson,
  type TermRow,
  terms,
  termsEver,
  amendments,
  amendmentChanges,
  zoneColumns,
  zoneJson,
  type ZoneRow,
  zones,
} from './read.sql';
export { preparationFaults } from './proposal/proposal.rules';
export { lockStep } from './proposal/step.repository';
export type { PartIds } from './parts/parts.store';
export type { Copy } from './renewal/copies';
export type { AmendedTargets, NamedTargets } from './registration/named-targets';
export { MAX_TARGETS } from './registration/agreement.rules';
export { SetTargetsInput, TargetInput } from './registration/target.input';
export { valueOn } from './value.sql';
export type { Written } from './registration/registration.repository';
export { timeProgress } from './time-progress.rules';
export { lockProposal, readStructure, reviseProposal, type Structure } from './parts/structure.repository';

interface AgreementDependencies {
  districts: DistrictDirectory;
  names: NameService;
  organisations: OrganisationService;
  stations: StationService;
  prefetch: AgreementPrefetch;
  targets: NamedTargets;
  /** Copies the roster of an agreement into its renewal. */
  copyRoster: Copier;
  /** What an amendment must not undo, by the modules that know. */
  amendmentChecks: readonly AmendmentCheck[];
}

export function createAgreements({
  districts,
  names,
  organisations,
  stations,
  prefetch,
  targets,
  copyRoster,
  amendmentChecks,
}: AgreementDependencies) {
  const agreements = new AgreementService();
  const registration = new RegistrationService(districts, targets);
  const renewals = new RenewalService(registration, targets, copyRoster);
  const warnings = new AmendmentWarningsService();
  const cycles = new CycleService();
  const proposals = new ProposalService();
  const amendments = new AmendmentService(targets, amendmentChecks);
  const amendmentList = new AmendmentListService();
  const resolvers = [
    new AgreementNamesResolver(names),
    new AgreementResolver(agreements, registration, stations, organisations, prefetch),
    new AgreementAmendmentsResolver(amendmentList),
    new AgreementCycleResolver(cycles),
    new AgreementPayloadWarningsResolver(),
    new AgreementWarningsResolver(),
    new AmendmentPayloadWarningsResolver(warnings),
    new AmendmentWarningsResolver(warnings),
    new AmendmentAnswerResolver(organisations),
    new AmendmentResolver(amendments, amendmentList, agreements, organisations),
    new AgreementEventResolver(organisations),
    new AgreementRecordResolver(agreements, organisations),
    new CycleResolver(cycles, organisations),
    new PointResolver(agreements),
    new ProposalResolver(agreements, registration, proposals),
    new RenewalResolver(renewals, agreements),
    new StationAgreementsResolver(agreements),
    new ZoneResolver(agreements),
  ];
  return { resolvers, services: { agreements, amendments, proposals, registration } };
}
