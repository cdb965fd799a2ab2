import type { Caller } from '../access';
import type { Services } from '../api';
import type { AgreementKey } from '../modules/agreement';
import { CertificateLevel, CODE_PREFIX, type EnrolStaffInput, StaffKind } from '../modules/staffing';
import type { AgreementFacts } from './facts';

type Members = EnrolStaffInput['members'];

/**
 * Enrols a station's staff as far as its report counts them: on post for the days of the agreement, under
 * invented codes instead of names. Idempotent.
 */
export async function loadStaff(
  { staffing, staffEnrolment }: Services,
  caller: Caller,
  key: AgreementKey,
  facts: AgreementFacts,
  zoneId: (name: string) => string | null,
): Promise<void> {
  const members = membersOf(facts, zoneId);
  if (members.length === 0 || (await staffing.staff(caller, key)).length > 0) return;
  await staffEnrolment.enrol(caller, { agreementId: key.agreementId, members });
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
