import type { InstalmentCondition } from '../../modules/agreement';
import type { AssessmentKind, FindingKind, FindingSection } from '../../modules/assessment';
import type { EnrolStaffInput } from '../../modules/staffing';
import type { SatisfactionMethod } from '../../modules/satisfaction';
import type { Day } from '../../platform/calendar';
import type { Year } from './days';

/** A member of a party to the invented agreement. */
export type Actor = 'worker' | 'manager' | 'operator' | 'street' | 'bureau' | 'mentoringCentre' | 'assessor';

export interface PlannedRecord {
  key: string;
  indicator: string;
  /** Names. */
  zone: string | null;
  point: string | null;
  occurredOn: Day;
  quantities: { measure: string; value: string }[];
}

type StaffMember = EnrolStaffInput['members'][number];
export type PlannedStaff = Omit<StaffMember, 'zoneIds'> & { zone: string | null };

/** What somebody does, with the fields of what the API takes for it; `key` tells it apart from others of its kind. */
export type Command =
  | { kind: 'records'; records: PlannedRecord[] }
  | { kind: 'correction'; record: PlannedRecord; quantities: PlannedRecord['quantities']; reason: string }
  | { kind: 'staff'; key: string; members: PlannedStaff[] }
  | { kind: 'pay'; month: string; members: PlannedStaff[] }
  | { kind: 'sources'; city: string; district: string }
  | { kind: 'budget'; lines: { category: string; amount: string }[] }
  | { kind: 'fiscalBudget'; fiscalYear: number; amount: string }
  | { kind: 'receipt'; condition: InstalmentCondition; amount: string; receivedOn: Day }
  | { kind: 'expenditure'; category: string; amount: string; spentOn: Day }
  /** `nth`: how many steps with this month were taken before. */
  | { kind: 'handIn'; month: string; nth: number; note: string | null }
  | { kind: 'accept'; month: string; nth: number; note: string | null }
  | { kind: 'sendBack'; month: string; nth: number; reason: string }
  | { kind: 'assessment'; of: AssessmentKind; from: Day; to: Day; onsiteOn: Day | null }
  | { kind: 'score'; of: AssessmentKind; score: string }
  | {
      kind: 'finding';
      of: AssessmentKind;
      key: string;
      is: FindingKind;
      section: FindingSection;
      text: string;
    }
  | { kind: 'response'; of: AssessmentKind; to: string; response: string }
  | { kind: 'review'; of: AssessmentKind; to: string }
  | { kind: 'closing'; of: AssessmentKind }
  | {
      kind: 'survey';
      key: string;
      method: SatisfactionMethod;
      asked: number;
      answered: number;
      satisfied: number;
    }
  | { kind: 'report'; title: string; from: Day; to: Day };

/** What a member does at a moment, in a year of the agreement. */
export interface Step {
  at: Date;
  by: Actor;
  year: Year;
  command: Command;
}
