import type { Caller } from '../access';
import type { Services } from '../api';
import type { AgreementKey } from '../modules/agreement';
import { CertificateLevel, CODE_PREFIX, type EnrolStaffInput, StaffKind } from '../modules/staffing';
import type { AgreementFacts, StaffFacts } from './facts';

type Members = EnrolStaffInput['members'];

/**
 * Enrols a station's staff: those of its roster, with what it says of their pay, or else as many as its report counts, on
 * post for the days of the agreement, under invented codes instead of names. Idempotent.
 */
export async function loadStaff(
  { staffEnrolment }: Services,
  caller: Caller,
  key: AgreementKey,
  facts: AgreementFacts,
  zoneId: (name: string) => string | null,
): Promise<void> {
  const { agreementId } = key;
  const { roster } = facts;
  const members = roster ? roster.staff.map((one) => memberOf(one, zoneId)) : membersOf(facts, zoneId);
  if (members.length === 0) return;
  const { memberIds } = await staffEnrolment.enrol(caller, {
    agreementId,
    members,
    idempotencyKey: 'report',
  });
  if (!roster) return;
  await staffEnrolment.recordPay(caller, {
    agreementId,
    entries: memberIds.flatMap((memberId, at) =>
      roster.paidMonths
        .filter((month) => isOnPost(roster.staff[at], month))
        .map((month) => ({ memberId, month, salaryPaid: true, socialInsurancePaid: true })),
    ),
  });
}

/** Whether somebody was on post on any day of a month. */
function isOnPost(one: StaffFacts | undefined, month: string): boolean {
  if (!one) return false;
  const { employedFrom, employedTo = month } = one;
  return employedFrom.slice(0, 7) <= month && employedTo.slice(0, 7) >= month;
}

function memberOf(
  { name, position, zone, employedFrom, employedTo, practisingSince, certificate }: StaffFacts,
  zoneId: (name: string) => string | null,
): Members[number] {
  const id = zone === undefined ? null : zoneId(zone);
  return {
    name,
    position,
    employedFrom,
    practisingSince,
    kind: StaffKind.SOCIAL_WORKER,
    employedTo: employedTo ?? null,
    certificates: certificate
      ? [{ level: CertificateLevel[certificate.level], passedOn: certificate.passedOn ?? null }]
      : [],
    zoneIds: id === null ? [] : [id],
  };
}

function membersOf(
  { startsOn, endsOn, staffCounts, zones }: AgreementFacts,
  zoneId: (name: string) => string | null,
): Members {
  const made = (kind: StaffKind, count: number, more: (at: number) => Partial<Members[number]>): Members =>
    Array.from({ length: count }, (_, at) => ({
      name: `${CODE_PREFIX[kind]}${String(at + 1).padStart(2, '0')}`,
      kind,
      employedFrom: startsOn,
      employedTo: endsOn,
      ...more(at),
    }));
  const inZones = (zones ?? []).flatMap(({ name, workers }) => Array.from({ length: workers }, () => name));
  if (!staffCounts) {
    return made(StaffKind.SOCIAL_WORKER, inZones.length, (at) => {
      const id = zoneId(inZones[at] ?? '');
      return id === null ? {} : { zoneIds: [id] };
    });
  }
  const { socialWorkers, intermediate, assistant, administration, practiceSupervisors } = staffCounts;
  const levels = [
    ...Array.from({ length: intermediate }, () => CertificateLevel.INTERMEDIATE),
    ...Array.from({ length: assistant }, () => CertificateLevel.ASSISTANT),
  ];
  return [
    ...made(StaffKind.SOCIAL_WORKER, socialWorkers, (at) => {
      const level = levels[at];
      return level === undefined ? {} : { certificates: [{ level }] };
    }),
    ...made(StaffKind.ADMINISTRATION, administration, () => ({})),
    ...made(StaffKind.PRACTICE_SUPERVISOR, practiceSupervisors, () => ({})),
  ];
}
