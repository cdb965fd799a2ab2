import type { Day } from '../../platform/calendar';
import type { InputRules } from '../../platform/input-rules';
import type { PointRow, ZoneRow } from '../agreement';
import { FindingKind, FindingSection } from './assessment.enums';
import type { AddFindingInput } from './assessment.input';
import type { AssessmentRow } from './assessment.repository';
import type { FindingPlace } from './finding.repository';

/** What the input names, as far as it is within the scope. */
export interface Named {
  assessment: Pick<AssessmentRow, 'agreementId'>;
  zone: ZoneRow | null;
  point: PointRow | null;
  today: Day;
}

/** Checks what a finding is about and its due day: at most one of section, zone and point, of the same agreement. */
export function placeOf(
  rules: InputRules,
  { kind, section, zoneId, pointId, dueOn }: Omit<AddFindingInput, 'assessmentId' | 'text'>,
  { assessment: { agreementId }, zone, point, today }: Named,
): FindingPlace {
  const isArea = section === FindingSection.ZONE || section === FindingSection.POINT;
  const isNamed = section === FindingSection.ZONE ? zoneId != null : pointId != null;
  if (isArea && !isNamed) rules.add('SECTION_UNNAMED', ['section']);
  const sections = [
    ...(section == null ? [] : [section]),
    ...(zoneId == null ? [] : [FindingSection.ZONE]),
    ...(pointId == null ? [] : [FindingSection.POINT]),
  ];
  if (new Set(sections).size > 1) rules.add('SECTION_TWICE', ['section']);
  if (zoneId != null && zone?.agreementId !== agreementId) rules.add('ZONE_NOT_FOUND', ['zoneId']);
  if (pointId != null && point?.agreementId !== agreementId) rules.add('POINT_NOT_FOUND', ['pointId']);
  if (dueOn != null) {
    if (kind !== FindingKind.CONCERN) rules.add('NOT_A_CONCERN', ['dueOn']);
    if (rules.day(dueOn, ['dueOn']) && dueOn < today) rules.add('DUE_DAY_PAST', ['dueOn']);
  }
  return {
    section: sections[0] ?? null,
    zoneId: zoneId ?? null,
    pointId: pointId ?? null,
    dueOn: dueOn ?? null,
  };
}
