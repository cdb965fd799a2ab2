import { type Caller, type Member, OrganisationKind } from '../../../access';
import { notFound } from '../../../platform/app-error';
import { breaksConstraint } from '../../../platform/database/errors';
import { assertNoFaults, brokenRule } from '../../../platform/faults';
import { type Connection, type PageArgs, toConnection, toPage } from '../../../platform/graphql/connection';
import { isId, newId } from '../../../platform/ids';
import { InputRules } from '../../../platform/input-rules';
import { type PartyRow, readParties } from '../agreement.repository';
import type { AgreementRow } from '../read.sql';
import type { CorrectContractCycleInput, RegisterContractCycleInput } from './cycle.input';
import {
  agreementsOfCycle,
  countCycles,
  cycleById,
  cycleOfAgreement,
  type CycleRow,
  type CycleYear,
  insertCycle,
  lockCycle,
  readCycles,
  updateCycle,
} from './cycle.repository';
import { checkCycle } from './cycle.rules';

/** 承接周期: contracts of several years, for reference above yearly agreements. */
export class CycleService {
  /** Registers a cycle, for the purchaser or a bureau; returns its id. */
  async register(caller: Caller, input: RegisterContractCycleInput): Promise<string> {
    const member = caller.assert('cycle.register');
    const { operatorId: organisationId, purchaserId, amount, startsOn, endsOn } = input;
    const rules = new InputRules();
    const procurementNumber = checkCycle(rules, input);
    const parties = await readParties(member, [organisationId, purchaserId].filter(isId));
    const districtCode = checkParties(rules, member, input, parties);
    assertNoFaults(rules.faults);
    const cycle = { id: newId(), organisationId, purchaserId, procurementNumber, amount, startsOn, endsOn };
    await refusingNumber(async () =>
      member.write(async (transaction) => {
        const by = { organisationId: member.session.organisationId, at: member.now() };
        await insertCycle(transaction, cycle, districtCode, by);
        transaction.log({
          action: 'CYCLE_REGISTERED',
          thing: 'ContractCycle',
          thingId: cycle.id,
          after: cycle,
        });
      }),
    );
    return cycle.id;
  }

  /** Corrects a mistake in a cycle; its parties, and the agreements that are in it, stay. */
  async correct(caller: Caller, input: CorrectContractCycleInput): Promise<void> {
    const member = caller.assert('cycle.register');
    const { id } = input;
    await refusingNumber(async () =>
      member.write(async (transaction) => {
        const before = isId(id) ? await lockCycle(transaction, id) : null;
        if (!before) throw notFound(id);
        const rules = new InputRules();
        const after: CycleRow = {
          ...before,
          procurementNumber: input.procurementNumber ?? before.procurementNumber,
          amount: input.amount ?? before.amount,
          startsOn: input.startsOn ?? before.startsOn,
          endsOn: input.endsOn ?? before.endsOn,
        };
        after.procurementNumber = checkCycle(rules, after);
        assertNoFaults(rules.faults);
        await updateCycle(transaction, after);
        transaction.log({ action: 'CYCLE_CORRECTED', thing: 'ContractCycle', thingId: id, before, after });
      }),
    );
  }

  async get(caller: Caller, id: string): Promise<CycleRow> {
    const cycle = await caller.assert('cycle.read').load(cycleById, id);
    if (!cycle) throw notFound(id);
    return cycle;
  }

  async list(caller: Caller, args: PageArgs): Promise<Connection<CycleRow>> {
    const member = caller.assert('cycle.read');
    const page = toPage(args, ['date', 'uuid']);
    const rows = await readCycles(member, page);
    return toConnection(
      rows,
      page,
      (row) => [row.startsOn, row.id],
      async () => countCycles(member),
    );
  }

  /** The cycle of an agreement, and which year of it; null where there is none, or it is not for the viewer. */
  async ofAgreement(caller: Caller, { id }: Pick<AgreementRow, 'id'>): Promise<CycleYear | null> {
    const member = caller.assert('agreement.read');
    return member.may('cycle.read') ? member.load(cycleOfAgreement, id) : null;
  }

  async agreements(caller: Caller, { id }: CycleRow): Promise<AgreementRow[]> {
    const member = caller.assert('cycle.read');
    const agreements = await member.load(agreementsOfCycle, id);
    for (const agreement of agreements) member.viewedAgreementIds.add(agreement.id);
    return agreements;
  }
}

/** Runs a write; a number that the parties have already is a broken rule. */
async function refusingNumber(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!breaksConstraint(error, 'contract_cycle_number')) throw error;
    throw brokenRule('CYCLE_NUMBER_TAKEN', ['procurementNumber']);
  }
}

/** Who may be party, and for whom the caller may register; returns the district. */
function checkParties(
  rules: InputRules,
  { session }: Member,
  { operatorId, purchaserId }: RegisterContractCycleInput,
  parties: readonly PartyRow[],
): string {
  const find = (id: string, kind: OrganisationKind): PartyRow | undefined =>
    parties.find((party) => party.id === id && party.kind === kind);
  if (!find(operatorId, OrganisationKind.OPERATOR)) rules.add('NOT_AN_OPERATOR', ['operatorId']);
  const purchaser = find(purchaserId, OrganisationKind.PURCHASER);
  if (!purchaser) rules.add('NOT_A_PURCHASER', ['purchaserId']);
  else if (session.kind === OrganisationKind.PURCHASER && purchaserId !== session.organisationId) {
    rules.add('NOT_YOUR_ORGANISATION', ['purchaserId']);
  } else if (
    session.kind === OrganisationKind.SUPERVISOR &&
    session.districtCode !== null &&
    session.districtCode !== purchaser.districtCode
  ) {
    rules.add('PURCHASER_NOT_OF_DISTRICT', ['purchaserId']);
  }
  return purchaser?.districtCode ?? '';
}
