import { type Fault, fault } from '../../../platform/faults';
import { nameKey } from '../../../platform/text-forms';
import { OrganisationKind, type Session } from '../../../access';
import { AgreementState } from '../agreement.enums';
import type { Amendable, AmendablePart } from '../amendment/amendable.repository';
import type { CycleYear } from '../cycle/cycle.repository';
import { nextYear } from '../cycle/cycle.rules';
import type { AgreementRow } from '../read.sql';
import type { PartIds } from '../parts/parts.store';
import type { RegisterAgreementInput } from '../registration/agreement.input';
import type { CopiedParts } from './copies';
import type { RenewAgreementInput } from './renewal.input';
import { renewedTerms } from './renewed-terms.rules';

/** Why an agreement cannot be renewed so; what the registration refuses besides is found there. */
export function renewalFaults(
  { startsOn, endsOn, withRoster }: RenewAgreementInput,
  earlier: Pick<AgreementRow, 'state' | 'endsOn'>,
  { kind }: Session,
): Fault[] {
  const faults: Fault[] = [];
  if (earlier.state !== AgreementState.CONFIRMED) faults.push(fault('NOT_CONFIRMED', ['agreementId']));
  else if (startsOn <= earlier.endsOn) {
    faults.push(fault('RENEWAL_TOO_EARLY', ['startsOn'], { endsOn: earlier.endsOn }));
  }
  if (endsOn < startsOn) faults.push(fault('ENDS_BEFORE_START', ['endsOn']));
  if (withRoster && kind === OrganisationKind.PURCHASER) faults.push(fault('ROSTER_STAYS', ['withRoster']));
  return faults;
}

/** Whether the roster goes with a renewal: a street copies none, and another operator gets it by name of a bureau only. */
export function copiesRoster(
  { operatorId, withRoster }: RenewAgreementInput,
  earlier: Pick<AgreementRow, 'organisationId'>,
  { kind }: Session,
): boolean {
  const isOperators = (operatorId ?? earlier.organisationId) === earlier.organisationId;
  return kind !== OrganisationKind.PURCHASER && (withRoster ?? isOperators);
}

/** What a renewal registers: the earlier agreement as it is on its last day, in days of its own. */
export function renewedInput(
  input: RenewAgreementInput,
  earlier: Pick<AgreementRow, 'organisationId' | 'purchaserId' | 'stationId'>,
  said: Amendable,
  cycle: CycleYear | null,
): RegisterAgreementInput {
  const { points, zones, projects } = openOnLastDay(said);
  const { startsOn, endsOn } = input;
  const operatorId = input.operatorId ?? earlier.organisationId;
  const purchaserId = input.purchaserId ?? earlier.purchaserId;
  return {
    stationId: earlier.stationId,
    operatorId,
    purchaserId,
    startsOn,
    endsOn,
    ...nextYear(cycle, { operatorId, purchaserId, startsOn, endsOn }),
    serviceModel: said.serviceModel,
    annualFee: input.annualFee ?? said.annualFee,
    requiredPosts: said.requiredPosts,
    requiredCertifiedShare: said.requiredCertifiedShare,
    projects: projects.map(({ name, kind, domain }) => {
      if (kind === null) throw new Error('a project has no kind');
      return { name, kind, domain };
    }),
    zones: zones.map(({ id, name }) => ({
      name,
      points: points.filter(({ zoneId }) => zoneId === id).map((point) => point.name),
    })),
    points: points.filter(({ zoneId }) => zoneId === null).map(({ name }) => name),
    terms: renewedTerms(said.terms, said, input).map((term) => ({
      name: term.name,
      startsOn: term.startsOn,
      endsOn: term.endsOn,
    })),
    // Those of the earlier agreement were accepted.
    allowGaps: true,
    instalments: said.instalments
      .filter(({ share }) => share !== '0')
      .map(({ condition, share }) => ({ condition, share })),
    asProposal: input.asProposal ?? false,
  };
}

/** The parts of a renewal by the ids of those that they are copied from. */
export function copiedParts(said: Amendable, parts: PartIds): CopiedParts {
  const { zones, projects } = openOnLastDay(said);
  const copied = new Map<string, string>();
  for (const [earlier, ids] of [
    [said.terms, parts.terms],
    [zones, parts.zones],
    [projects, parts.projects],
  ] as const) {
    for (const { id, name } of earlier) {
      const copy = ids.get(nameKey(name));
      if (copy !== undefined) copied.set(id, copy);
    }
  }
  return copied;
}

function openOnLastDay(said: Amendable): Pick<Amendable, 'zones' | 'points' | 'projects'> {
  const open = (parts: readonly AmendablePart[]): AmendablePart[] =>
    parts.filter(({ closesOn }) => closesOn === null || closesOn > said.endsOn);
  return { zones: open(said.zones), points: open(said.points), projects: open(said.projects) };
}

/** What the client may name of a renewal; a fault elsewhere is about what the earlier agreement says. */
const FIELDS = new Set<string>([
  'startsOn',
  'endsOn',
  'operatorId',
  'purchaserId',
  'annualFee',
  'withRoster',
  'idempotencyKey',
]);

export function aboutRenewal({ path, ...found }: Fault): Fault {
  return { ...found, path: FIELDS.has(String(path[0])) ? path : ['agreementId'] };
}
