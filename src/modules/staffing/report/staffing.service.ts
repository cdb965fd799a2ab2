import type { Caller, Member } from '../../../access';
import type { Day } from '../../../platform/calendar';
import { badInput, notFound } from '../../../platform/app-error';
import { MAX_MONTHS } from '../../../platform/asked-days';
import type { AgreementKey, StaffingParameters, ZoneRow } from '../../agreement';
import { indexOf, type Month, monthOf } from '../month.rules';
import { endOfSpell, zonesOn } from './presence.rules';
import type { Staff } from '../roster/staff';
import { dayWithin } from '../roster/staff-zones.rules';
import { type RosterLine, rosterMonths } from './roster-months.rules';
import { codedSource, type StaffingSource, staffSource } from './staffing.repository';
import { type StaffingReport, staffingReport } from './staffing.rules';
import { type StaffWarning, warningsOf } from './staffing-warnings.rules';

/** An agreement with its first and last day. */
export interface AgreementDays extends AgreementKey {
  startsOn: Day;
  endsOn: Day;
}

interface ZoneShare {
  zone: ZoneRow;
  share: string;
}

/** A member as shown to the viewer. */
interface StaffView extends Omit<Staff, 'name' | 'spells' | 'zoneIds' | 'zoneChanges'> {
  name: string;
  spells: { id: string; employedFrom: Day; employedTo: Day | null; employedToAsGiven: Day | null }[];
  zones: ZoneShare[];
  zoneHistory: { since: Day | null; zones: ZoneShare[]; setAt: string | null }[];
  warnings: StaffWarning[];
}

/** 附件2: staff on post compared with the posts required. */
export class StaffingService {
  /** The report over whole months, with names if the viewer may see them. */
  async report(
    caller: Caller,
    agreement: AgreementDays,
    from: Month,
    to: Month,
  ): Promise<StaffingReport<ZoneRow>> {
    const member = caller.assert('staffing.read');
    return reportOf(member, staffSource(member.session), agreement, from, to);
  }

  /** The report with codes for every viewer: for snapshots that others read later. */
  async reportInCodes(
    caller: Caller,
    agreement: AgreementDays,
    from: Month,
    to: Month,
  ): Promise<StaffingReport<ZoneRow>> {
    return reportOf(caller.assert('staffing.read'), codedSource, agreement, from, to);
  }

  /** The roster month by month, with names if the viewer may see them: for the form that lists everybody. */
  async rosterMonths(
    caller: Caller,
    agreement: AgreementDays,
    from: Month,
    to: Month,
  ): Promise<RosterLine[]> {
    const member = caller.assert('staffing.read');
    checkMonths(agreement, from, to);
    return rosterMonths(await sourceOf(member, staffSource(member.session), agreement), from, to);
  }

  async parameters(caller: Caller, agreement: AgreementKey): Promise<StaffingParameters> {
    const member = caller.assert('staffing.read');
    return (await sourceOf(member, staffSource(member.session), agreement)).parameters;
  }

  /** All members, voided enrolments included, in the order of enrolment. */
  async staff(caller: Caller, agreement: AgreementKey): Promise<StaffView[]> {
    const member = caller.assert('staff.read');
    const source = await sourceOf(member, staffSource(member.session), agreement);
    return source.members.map((one) => viewOf(source, one, member.today()));
  }

  /** The given members of an agreement, in the order of `ids`. */
  async members(caller: Caller, agreement: AgreementKey, ids: readonly string[]): Promise<StaffView[]> {
    const known = new Map((await this.staff(caller, agreement)).map((view) => [view.id, view]));
    return ids.flatMap((id) => known.get(id) ?? []);
  }
}

async function reportOf(
  member: Member,
  batch: typeof codedSource,
  agreement: AgreementDays,
  from: Month,
  to: Month,
): Promise<StaffingReport<ZoneRow>> {
  checkMonths(agreement, from, to);
  return staffingReport(await sourceOf(member, batch, agreement), from, to, member.today());
}

function checkMonths({ startsOn, endsOn }: AgreementDays, from: Month, to: Month): void {
  const [first, last] = [monthOf(startsOn), monthOf(endsOn)];
  if (from > to || from < first || to > last)
    throw badInput('RANGE_OUTSIDE', { of: 'agreement', first, last });
  if (indexOf(to) - indexOf(from) >= MAX_MONTHS) throw badInput('RANGE_TOO_LONG', { months: MAX_MONTHS });
}

async function sourceOf(
  member: Member,
  batch: typeof codedSource,
  { organisationId, agreementId }: AgreementKey,
): Promise<StaffingSource> {
  const source = await member.load(batch, { organisationId, agreementId });
  if (!source) throw notFound(agreementId);
  return source;
}

function viewOf(source: StaffingSource, member: Staff, today: Day): StaffView {
  const { spells, zoneIds, zoneChanges, ...rest } = member;
  const { startsOn, endsOn, zones } = source;
  const sharesOf = (ids: readonly string[]): ZoneShare[] =>
    zones
      .filter(({ id }) => ids.includes(id))
      .map((zone) => ({ zone, share: ids.length === 1 ? '1' : '0.5' }));
  return {
    ...rest,
    name: member.name ?? member.code,
    spells: spells.map((spell) => ({
      id: spell.id,
      employedFrom: spell.from,
      employedTo: endOfSpell(spell, endsOn),
      employedToAsGiven: spell.to,
    })),
    zones: sharesOf(zonesOn(member, dayWithin({ startsOn, endsOn }, today))),
    zoneHistory: [
      { since: null, zones: sharesOf(zoneIds), setAt: null },
      ...zoneChanges.map((change) => ({ ...change, zones: sharesOf(change.zoneIds) })),
    ],
    warnings: member.voidedAt === null ? warningsOf(source, [member], today) : [],
  };
}
