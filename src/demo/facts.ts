import type { ProjectKind, ServiceDomain } from '../modules/agreement';

/** What the reports of a real station say. What they do not say is left out here too: nothing is invented. */
export interface StationFacts {
  district: { code: string; name: string };
  street: string;
  station: { name: string; address?: string; floorAreaSquareMetres?: number };
  operator: { shortName: string; name: string };
  purchaser: string;
  agreement: AgreementFacts;
  assessment?: {
    kind: 'MIDTERM' | 'FINAL';
    onSiteOn: string;
    assessor: string;
    scores: Record<PartyName, string>;
    findings: readonly FindingFacts[];
  };
  /** What the operator's own report says of its money. */
  money?: MoneyFacts;
  /** The street's own budget of a fiscal year, and what it paid the operator out of it. */
  budget?: { approved: string; paidToOperator: string; fiscalYear: number };
  selfEvaluation?: { score: string; satisfactionPercent: string };
  performanceEvaluation?: { total: string; groups: EvaluationGroup[] };
}

type PartyName = 'PURCHASER' | 'SUPERVISOR' | 'MENTORING_CENTRE' | 'THIRD_PARTY';

export interface FindingFacts {
  party: PartyName;
  kind: 'STRENGTH' | 'CONCERN';
  /** What it is about; a zone by its name instead. */
  section?: 'OVERALL' | 'MANAGEMENT';
  zone?: string;
  text: string;
}

interface MoneyFacts {
  /** Which instalment each is follows from its share of the fee. */
  receipts: { month: string; amount: string; instalment: 'SIGNING' | 'FINAL_QUALIFIED' }[];
  /** By the last day that the report covers. */
  spentBy: string;
  /** budgeted: follows from the share of the budget that the report says was spent. */
  categories: { name: string; spent: string; budgeted: string }[];
}

export interface StaffFacts {
  name: string;
  position: string;
  zone?: string;
  employedFrom: string;
  employedTo?: string;
  practisingSince: string;
  /** passedOn left out: certified since before the agreement. */
  certificate?: { level: 'INTERMEDIATE' | 'ASSISTANT'; passedOn?: string };
}

export interface EvaluationGroup {
  name: string;
  weight: string;
  items?: { name: string; weight: string }[];
}

export interface AgreementFacts {
  startsOn: string;
  endsOn: string;
  annualFee: string;
  serviceModel: 'PROJECT_113X' | 'STATION_ZONE_POINT';
  projects?: { kind: `${ProjectKind}`; domain?: `${ServiceDomain}`; name: string }[];
  zones?: { name: string; workers: number; points: string[]; plan: string }[];
  points?: string[];
  terms: TermFacts[];
  requiredPosts?: string;
  requiredCertifiedShare?: string;
  serviceHours?: number;
  procurementNumber?: string;
  cycleYear?: number;
  communityCount?: number;
  fundedBy?: { level: 'CITY' | 'DISTRICT'; amount: string }[];
  paymentSchedule?: { when: 'SIGNING' | 'MIDTERM_QUALIFIED' | 'FINAL_QUALIFIED'; share: string }[];
  paymentScheduleNote?: string;
  /** 附件2; the months for which it says that wages and insurance of everyone on post were paid. */
  roster?: { staff: readonly StaffFacts[]; paidMonths: readonly string[] };
  staffCounts?: {
    socialWorkers: number;
    intermediate: number;
    assistant: number;
    administration: number;
    practiceSupervisors: number;
  };
}

export interface TermFacts {
  name: string;
  startsOn: string;
  endsOn: string;
  /** The days that the report's figures cover, where it says so; else the whole term. */
  assessedFrom?: string;
  assessedTo?: string;
  figures: FigureFacts[];
}

interface FigureFacts {
  indicator: string;
  measure: string;
  target: number | string | null;
  /** Null where the source does not say. */
  completed: number | string | null;
  zone?: string;
}
