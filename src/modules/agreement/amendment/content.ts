import type { Day } from '../../../platform/calendar';
import { storedProse, storedText } from '../../../platform/text-forms';
import type { InstalmentCondition, ProjectKind, ServiceDomain } from '../agreement.enums';

interface GivenTerm {
  id?: string | null;
  name?: string | null;
  startsOn?: Day | null;
  endsOn?: Day | null;
}

/** A zone, point or project as an amendment changes it. */
export interface GivenPart {
  id?: string | null;
  name?: string | null;
  close?: boolean | null;
  zoneId?: string | null;
  kind?: ProjectKind | null;
  domain?: ServiceDomain | null;
}

interface GivenTarget {
  termId: string;
  zoneId?: string | null;
  projectId?: string | null;
  indicator: string;
  measure: string;
  value?: string | null;
}

/** What an amendment says, as it was proposed and as it is stored until it is applied. */
export interface AmendmentContent {
  agreementId: string;
  effectiveOn: Day;
  reason: string;
  documentNumber?: string | null;
  annualFee?: string | null;
  endsOn?: Day | null;
  requiredPosts?: string | null;
  requiredCertifiedShare?: string | null;
  terms?: GivenTerm[] | null;
  allowGaps?: boolean | null;
  zones?: GivenPart[] | null;
  points?: GivenPart[] | null;
  projects?: GivenPart[] | null;
  targets?: GivenTarget[] | null;
  instalments?: { condition: InstalmentCondition; share: string }[] | null;
}

/** What a client proposes; the key is no part of what is stored. */
export type KeyedAmendment = AmendmentContent & { idempotencyKey?: string | null };

/** An amendment with its texts as they are stored. */
export function storedForm({ documentNumber: number, ...input }: AmendmentContent): AmendmentContent {
  const documentNumber = number == null ? null : storedText(number);
  return { ...input, reason: storedProse(input.reason), documentNumber };
}
