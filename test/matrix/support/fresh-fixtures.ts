import { newId } from '../../../src/platform/ids';
import type { Client } from '../../kit/api';
import { uniqueName } from '../../kit/unique-name';
import { mayPass } from '../verdicts';
import * as fixtures from './fixtures';
import type { Person } from './people';
import type { Site } from './sites';
import type { Matrix } from './world';

/**
 * The id of a row that the caller makes for one call, where it may and sees the site; else of the row of its kind at the
 * site, which must then be refused.
 */
async function freshOr(
  entryPoint: string,
  who: Person,
  site: Site,
  kind: string,
  make: (client: Client) => Promise<string>,
): Promise<string> {
  if (!mayPass(entryPoint, who)) return site.ids[kind]!;
  return make(who.client).catch(() => site.ids[kind]!);
}

export async function ownRecord(who: Person, site: Site): Promise<string> {
  return freshOr('Mutation.recordServices', who, site, 'ServiceRecord', async (client) =>
    fixtures.recordService(client, site),
  );
}

export async function othersRecord(who: Person, site: Site): Promise<string> {
  if (!mayPass('Mutation.recordServices', who)) return site.ids.ServiceRecord!;
  return fixtures.recordService(site.operator.client, site);
}

/** A member of staff with two spells on post. */
export async function staff(who: Person, site: Site): Promise<{ memberId: string; spellId: string }> {
  const { StaffMember: memberId, StaffSpell: spellId } = site.ids;
  if (!mayPass('Mutation.enrolStaff', who)) return { memberId: memberId!, spellId: spellId! };
  const { id } = await fixtures.enrolStaff(site.operator.client, site);
  return { memberId: id, spellId: await fixtures.addSpell(site.operator.client, id, site.year) };
}

export async function entry(kind: fixtures.EntryKind, who: Person, site: Site): Promise<string> {
  return freshOr(`Mutation.record${kind}`, who, site, kind, async (client) =>
    fixtures.recordEntry(client, kind, site),
  );
}

/** Years before those of the sites are scarce: each world counts its own, however many a worker makes. */
const years = new WeakMap<Site, number>();

/** A year in which no agreement has been made at a site yet. */
export function freeYear(site: Site): number {
  const year = (years.get(site) ?? 2020) - 1;
  years.set(site, year);
  return year;
}

/** A further agreement of the site's parties, at a station of its own: confirmed, without an assessment. */
export async function agreement({
  ids,
  bureau,
  district,
  year,
}: Site): Promise<{ agreementId: string; year: number }> {
  const registered = await fixtures.mutate<{ agreement: { id: string } }>(
    bureau.client,
    'registerAgreement',
    fixtures.registration({
      operatorId: ids.Operator!,
      purchaserId: ids.Purchaser!,
      year,
      newStation: { name: uniqueName('站'), districtCode: district },
    }),
    'agreement { id }',
  );
  return { agreementId: registered.agreement.id, year };
}

/** A month that is over, of an agreement of its own. */
export async function monthToHandIn(who: Person, site: Site): Promise<Record<string, unknown>> {
  const mayHandIn = mayPass('Mutation.handInMonth', who);
  const { agreementId, year } = mayHandIn
    ? await agreement(site)
    : { agreementId: site.ids.Agreement, year: site.year };
  return { agreementId, month: `${year}-03` };
}

/** A month that is handed in, of an agreement of its own. */
export async function handedIn(mutation: string, who: Person, site: Site): Promise<string> {
  if (!mayPass(`Mutation.${mutation}`, who)) return site.ids.ReportMonth!;
  const { agreementId, year } = await agreement(site);
  return fixtures.handIn(site.operator.client, agreementId, `${year}-03`);
}

interface Proposed {
  agreement: {
    id: string;
    station: { id: string };
    terms: { id: string }[];
    zones: { id: string }[];
    projects: { id: string }[];
  };
}

/** A renewal, as a proposal, with another party: the open proposals of two parties are few. */
export async function renewal(
  who: Person,
  { ids, district, year }: Site,
  matrix: Matrix,
): Promise<Record<string, unknown>> {
  const input = {
    agreementId: ids.Agreement,
    asProposal: true,
    startsOn: `${year + 1}-01-01`,
    endsOn: `${year + 1}-12-31`,
  };
  if (!mayPass('Mutation.renewAgreement', who)) return input;
  return who.column === 'operator'
    ? { ...input, purchaserId: await organisation(matrix, 'PURCHASER', district) }
    : { ...input, operatorId: await organisation(matrix, 'OPERATOR') };
}

/** A cycle that the caller may register, where it may register any. */
export function cycleFor(who: Person, { ids, year }: Site): Record<string, unknown> {
  const purchaserId = who.column === 'purchaser' ? who.organisationId : ids.Purchaser;
  return { ...fixtures.cycle(year), operatorId: ids.Operator, purchaserId };
}

/** A proposal that concerns the caller; the other party is new, since the open proposals of two parties are few. */
async function proposal(registrar: Person, who: Person, site: Site, matrix: Matrix): Promise<Site['ids']> {
  const isPurchaser = who.column === 'purchaser';
  const operatorId = isPurchaser ? await organisation(matrix, 'OPERATOR') : site.ids.Operator!;
  const purchaserId = isPurchaser
    ? who.organisationId
    : await organisation(matrix, 'PURCHASER', site.district);
  const isBureau = registrar.column === 'bureau' || registrar.column === 'city';
  const { agreement: made } = await fixtures.mutate<Proposed>(
    registrar.client,
    'registerAgreement',
    fixtures.registration({
      operatorId,
      purchaserId,
      year: site.year,
      ...(isBureau ? { asProposal: true } : {}),
      newStation: { name: uniqueName('站'), districtCode: site.district },
    }),
    'agreement { id station { id } terms { id } zones { id } projects { id } }',
  );
  return {
    Agreement: made.id,
    Station: made.station.id,
    Operator: operatorId,
    Purchaser: purchaserId,
    Term: made.terms[0]!.id,
    Zone: made.zones[0]!.id,
    Project: made.projects[0]!.id,
  };
}

/** The ids of a proposal of the caller's own; of the site, where it may not make one. */
export async function ownProposal(who: Person, site: Site, matrix: Matrix): Promise<Site['ids']> {
  return mayPass('Mutation.registerAgreement', who) ? proposal(who, who, site, matrix) : site.ids;
}

/** The id of a proposal that the caller may answer: a bureau's for its parties, a party's for the bureaus. */
export async function othersProposal(who: Person, site: Site, matrix: Matrix): Promise<string> {
  if (!mayPass('Mutation.confirmAgreement', who)) return site.ids.Agreement!;
  const isParty = who.column === 'operator' || who.column === 'purchaser';
  return (await proposal(isParty ? site.bureau : site.operator, who, site, matrix)).Agreement!;
}

/** An open amendment of the caller's own. */
export async function ownAmendment(who: Person, site: Site): Promise<string> {
  return freshOr('Mutation.withdrawAmendment', who, site, 'Amendment', async (client) =>
    fixtures.proposeAmendment(client, site),
  );
}

/** An open amendment of another party. */
export async function othersAmendment(who: Person, site: Site): Promise<string> {
  const { client } = who.column === 'operator' ? site.purchaser : site.operator;
  return freshOr('Mutation.confirmAmendment', who, site, 'Amendment', async () =>
    fixtures.proposeAmendment(client, site),
  );
}

/** An amendment that a bureau has made, which the parties answer. */
export async function bureausAmendment(who: Person, site: Site): Promise<string> {
  return freshOr('Mutation.acknowledgeAmendment', who, site, 'Amendment', async () =>
    fixtures.proposeAmendment(site.bureau.client, site),
  );
}

/** An assessment of an agreement of its own, without a score. */
export async function assessment(site: Site, { organisations }: Matrix): Promise<string> {
  const { agreementId, year } = await agreement(site);
  return fixtures.openAssessment(site.bureau.client, agreementId, organisations.assessor.id, year);
}

interface Spare {
  agreementId: string;
  year: number;
  id: string;
}

/** One for each that changes assessments, and each of its calls: years are scarce. */
const spares = new WeakMap<Site, Map<string, Promise<Spare>>>();

/** An open assessment for one caller of one entry point: another of the same agreement, where the last call has changed it. */
export async function spareAssessment(
  entryPoint: string,
  who: Person,
  site: Site,
  { organisations, sql }: Matrix,
): Promise<string> {
  if (!mayPass(entryPoint, who)) return site.ids.Assessment!;
  const { client } = site.bureau;
  const open = async ({ agreementId, year }: Omit<Spare, 'id'>): Promise<Spare> => {
    const id = await fixtures.openAssessment(client, agreementId, organisations.assessor.id, year);
    return { agreementId, year, id };
  };
  const renewed = async (spare: Spare): Promise<Spare> => {
    const { rows } = await sql.query<{ cancelled: boolean; sealed: boolean }>(
      'select cancelled_at is not null as cancelled, sealed from core.assessment where id = $1',
      [spare.id],
    );
    const [{ cancelled, sealed } = { cancelled: true, sealed: false }] = rows;
    if (!cancelled && sealed) return spare;
    if (!cancelled) await fixtures.cancelAssessment(client, spare.id);
    return open(spare);
  };
  const known = spares.get(site) ?? new Map<string, Promise<Spare>>();
  spares.set(site, known);
  const key = `${entryPoint} ${who.memberId}`;
  const spare = known.get(key)?.then(renewed) ?? agreement(site).then(open);
  known.set(key, spare);
  return (await spare).id;
}

/** A concern of the caller's own that the operator has answered. */
export async function answeredConcern(who: Person, site: Site): Promise<string> {
  return freshOr('Mutation.addFinding', who, site, 'AssessmentFinding', async (client) => {
    const id = await fixtures.addConcern(client, site.ids.Assessment!);
    await fixtures.answer(site.operator.client, id);
    return id;
  });
}

/** An evaluation of the caller's own. */
export async function evaluation(who: Person, { ids }: Site): Promise<{ id: string; itemId: string }> {
  const others = { id: ids.Evaluation!, itemId: ids.EvaluationItem! };
  if (!mayPass('Mutation.createEvaluation', who)) return others;
  return fixtures.createEvaluation(who.client, ids.Agreement!).catch(() => others);
}

export async function survey(who: Person, site: Site): Promise<string> {
  return freshOr('Mutation.recordSatisfaction', who, site, 'SatisfactionSurvey', async (client) =>
    fixtures.recordSurvey(client, site),
  );
}

/** A member of the caller's own organisation. */
export async function member(
  { organisationId }: Person,
  { members, organisations }: Matrix,
  how: { joined?: boolean; isKey?: boolean } = {},
): Promise<string> {
  return members.member(organisationId || organisations.operator.id, how);
}

/** A key of the caller's own organisation, by the id of its account. */
export async function key(who: Person, matrix: Matrix): Promise<string> {
  const id = await member(who, matrix, { isKey: true });
  await matrix.members.key(who.organisationId || matrix.organisations.operator.id, id);
  return id;
}

export async function organisation(
  { sql }: Matrix,
  kind: string,
  district: string | null = null,
): Promise<string> {
  const id = newId();
  const values = [id, kind, `机构 ${id}`, district];
  await sql.query(
    'insert into core.organisation (id, kind, name, district_code) values ($1, $2, $3, $4)',
    values,
  );
  return id;
}
