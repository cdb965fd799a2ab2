import { type Caller, type Member, OrganisationKind, type Write } from '../../../access';
import { notFound } from '../../../platform/app-error';
import { type Day, monthsAfter } from '../../../platform/calendar';
import { lockRow } from '../../../platform/database/row-lock';
import { assertNoFaults, type Fault, fault } from '../../../platform/faults';
import { isId, newId } from '../../../platform/ids';
import { InputRules } from '../../../platform/input-rules';
import {
  type DistrictDirectory,
  insertStation,
  listedStation,
  stationById,
  type StationRow,
} from '../../directory';
import type { RegisterAgreementInput } from './agreement.input';
import { AgreementState } from '../agreement.enums';
import { agreementById, type PartyRow, readParties } from '../agreement.repository';
import { cycleById } from '../cycle/cycle.repository';
import { cycleFaults } from '../cycle/cycle.rules';
import { answeredBefore, comparedContent, type KeyedCall, registeredBefore } from '../idempotency';
import { ownProposalFaults } from '../proposal/proposal.rules';
import { lockStep, scopeOf, type StepRow } from '../proposal/step.repository';
import type { RenewAgreementInput } from '../renewal/renewal.input';
import { agreementFaults, newStationOf } from './agreement.rules';
import type { NamedTargets } from './named-targets';
import { refusalOf } from './refusals';
import { insertAgreement, replaceProposal, type Written } from './registration.repository';

/** What makes a registration a renewal of an earlier agreement. */
export interface Renewal {
  renews: string;
  /** What the client said, by which a retry is recognised. */
  input: RenewAgreementInput;
  /** Why it cannot be renewed so: then the registration itself is not examined. */
  faults: readonly Fault[];
  /** Copies what is no part of the input; returns what the audit log says of it. */
  complete: (transaction: Write, written: Written) => Promise<object>;
}

/** Registers agreements, 登记服务协议: confirmed ones by a bureau, proposals by a party or a bureau. */
export class RegistrationService {
  constructor(
    private readonly districts: DistrictDirectory,
    private readonly targets: NamedTargets,
  ) {}

  /** Returns the new agreement's id. */
  async register(
    caller: Caller,
    input: RegisterAgreementInput,
    renewal: Renewal | null = null,
  ): Promise<string> {
    const member = caller.assert('agreement.register');
    const isBureau = member.session.kind === OrganisationKind.SUPERVISOR;
    const state = isBureau && !input.asProposal ? AgreementState.CONFIRMED : AgreementState.PROPOSED;
    const rules = new InputRules();
    const call = {
      action: renewal ? ('AGREEMENT_RENEWED' as const) : ('AGREEMENT_REGISTERED' as const),
      thing: 'Agreement',
      key: rules.key((renewal?.input ?? input).idempotencyKey),
      content: comparedContent(renewal?.input ?? input),
    };
    const { station, faults } = await this.examined(member, input);
    const found = renewal && renewal.faults.length > 0 ? renewal.faults : [...rules.faults, ...faults];
    // A retry is answered whatever the rules say by now.
    if (call.key === null || !isId(input.operatorId)) assertNoFaults(found);

    try {
      return await member.write(async (transaction) => {
        // Of concurrent registrations, one would not count the other as an open proposal, nor find its key.
        await lockRow(transaction, 'proposals', input.operatorId, input.purchaserId);
        const before = await registeredBefore(member, transaction, input.operatorId, call);
        if (before !== null) return before;
        assertNoFaults(found);
        if (!station) throw new Error('a registration without a station was let through');
        if (input.newStation) await insertStation(transaction, station);
        const renews = renewal?.renews ?? null;
        const written = await insertAgreement(transaction, input, station, member.session, state, renews);
        const id = written.agreementId;
        const own = { organisationId: input.operatorId, agreementId: id };
        await answeredBefore(member, transaction, own, { ...call, thingIds: [id] });
        await this.targets.write(transaction, written, input, member.session.memberId);
        const copied = await renewal?.complete(transaction, written);
        transaction.log({
          action: call.action,
          thing: call.thing,
          thingId: id,
          agreementIds: [id],
          after: { stationId: station.id, state, input: withoutKey(input), ...copied },
        });
        return id;
      });
    } catch (error) {
      throw refusalOf(error, ['startsOn'], ['newStation', 'name']);
    }
  }

  /** Replaces a proposal of one's own; the confirmations that it had are void. */
  async revise(caller: Caller, id: string, input: RegisterAgreementInput): Promise<void> {
    const member = caller.assert('agreement.register');
    const agreement = isId(id) ? await member.load(agreementById, id) : null;
    if (!agreement) throw notFound(id);
    const station = await member.load(stationById, agreement.stationId);
    const rules = new InputRules();
    const call: KeyedCall = {
      action: 'PROPOSAL_REVISED',
      thing: 'Agreement',
      key: rules.key(input.idempotencyKey),
      content: comparedContent(input),
      thingIds: [id],
    };
    const faults = [
      ...rules.faults,
      ...agreementFaults(input),
      ...this.targets.faultsOf(input),
      ...(await cycleFaultsOf(member, input)),
    ];
    if (input.startsOn > latestStart(member.today())) faults.push(fault('STARTS_TOO_LATE', ['startsOn']));
    try {
      await member.write(async (transaction) => {
        const proposal = await lockStep(transaction, id);
        if (!proposal) throw notFound(id);
        const key = { organisationId: proposal.organisationId, agreementId: id };
        if ((await answeredBefore(member, transaction, key, call)) !== null) return;
        assertNoFaults([
          ...ownProposalFaults(proposal, member.session),
          ...changedParties(proposal, station, input),
          ...faults,
        ]);
        const replaced = { scope: scopeOf(proposal), agreementId: id };
        const written = await replaceProposal(transaction, replaced, input, async (kept) =>
          this.targets.forget(transaction, replaced, input.targets ? null : kept),
        );
        await this.targets.write(transaction, written, input, member.session.memberId);
        transaction.log({
          action: 'PROPOSAL_REVISED',
          thing: 'Agreement',
          thingId: id,
          agreementIds: [id],
          before: { revision: proposal.revision },
          after: { revision: proposal.revision + 1, input: withoutKey(input) },
        });
      });
    } catch (error) {
      throw refusalOf(error, ['startsOn'], ['newStation', 'name']);
    }
  }

  /** The station of a registration, and all that is wrong with it. */
  private async examined(
    member: Member,
    input: RegisterAgreementInput,
  ): Promise<{ station: StationRow | null; faults: Fault[] }> {
    const faults = [...agreementFaults(input), ...this.targets.faultsOf(input)];
    if (input.startsOn > latestStart(member.today())) faults.push(fault('STARTS_TOO_LATE', ['startsOn']));
    const station = await this.stationOf(member, input, faults);
    const parties = await readParties(member, [input.operatorId, input.purchaserId].filter(isId));
    faults.push(...partyFaults(member, input, station, parties), ...(await cycleFaultsOf(member, input)));
    return { station, faults };
  }

  /** The station to be: one within the scope, or a new one in a district that exists. */
  private async stationOf(
    member: Member,
    { stationId, newStation }: RegisterAgreementInput,
    faults: Fault[],
  ): Promise<StationRow | null> {
    if (newStation) {
      if (!this.districts.find(newStation.districtCode)) {
        faults.push(fault('UNKNOWN_DISTRICT', ['newStation', 'districtCode']));
      }
      // Its faults are among those of the input already.
      return { id: newId(), ...newStationOf(new InputRules(), newStation) };
    }
    if (stationId == null) return null;
    const station = isId(stationId) ? await member.load(listedStation, stationId) : null;
    if (!station) faults.push(fault('STATION_NOT_FOUND', ['stationId'], { inRegistration: true }));
    return station;
  }
}

/** What the audit log keeps of an input. */
const withoutKey = ({ idempotencyKey: _, ...input }: RegisterAgreementInput): object => input;

/** How long before its first day an agreement may be registered. */
const MONTHS_AHEAD = 18;
const latestStart = (today: Day): Day => monthsAfter(today, MONTHS_AHEAD);

async function cycleFaultsOf(member: Member, input: RegisterAgreementInput): Promise<Fault[]> {
  const { cycleId } = input;
  return cycleFaults(input, cycleId != null && isId(cycleId) ? await member.load(cycleById, cycleId) : null);
}

/** A revision keeps the parties and the station: everything that was prepared belongs to them. */
function changedParties(
  proposal: StepRow,
  station: StationRow | null,
  input: RegisterAgreementInput,
): Fault[] {
  const faults: Fault[] = [];
  if (input.operatorId !== proposal.organisationId) faults.push(fault('PARTIES_ARE_FIXED', ['operatorId']));
  if (input.purchaserId !== proposal.purchaserId) faults.push(fault('PARTIES_ARE_FIXED', ['purchaserId']));
  if (input.stationId != null && input.stationId !== proposal.stationId) {
    faults.push(fault('PARTIES_ARE_FIXED', ['stationId']));
  }
  if (input.newStation) {
    const given = Object.entries(newStationOf(new InputRules(), input.newStation));
    const stored: Readonly<Record<string, unknown>> = { ...station };
    if (given.some(([name, value]) => stored[name] !== value)) {
      faults.push(fault('PARTIES_ARE_FIXED', ['newStation']));
    }
  }
  return faults;
}

/** Who may be party, and for whom the caller may register. */
function partyFaults(
  { session }: Member,
  input: RegisterAgreementInput,
  station: StationRow | null,
  parties: readonly PartyRow[],
): Fault[] {
  const faults: Fault[] = [];
  const find = (id: string, kind: OrganisationKind): PartyRow | undefined =>
    parties.find((party) => party.id === id && party.kind === kind);
  const operator = find(input.operatorId, OrganisationKind.OPERATOR);
  const purchaser = find(input.purchaserId, OrganisationKind.PURCHASER);

  if (!operator) faults.push(fault('NOT_AN_OPERATOR', ['operatorId']));
  else if (session.kind === OrganisationKind.OPERATOR && operator.id !== session.organisationId) {
    faults.push(fault('NOT_YOUR_ORGANISATION', ['operatorId']));
  }
  if (!purchaser) faults.push(fault('NOT_A_PURCHASER', ['purchaserId']));
  else {
    if (session.kind === OrganisationKind.PURCHASER && purchaser.id !== session.organisationId) {
      faults.push(fault('NOT_YOUR_ORGANISATION', ['purchaserId']));
    }
    if (station && purchaser.districtCode !== station.districtCode) {
      faults.push(fault('PURCHASER_OF_OTHER_DISTRICT', ['purchaserId']));
    }
  }
  if (
    station &&
    session.kind === OrganisationKind.SUPERVISOR &&
    session.districtCode !== null &&
    station.districtCode !== session.districtCode
  ) {
    faults.push(fault('DISTRICT_NOT_YOURS', ['newStation', 'districtCode']));
  }
  return faults;
}
