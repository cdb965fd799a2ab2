import type { InstalmentInput, ProposeAmendmentInput, TargetLineFragment } from '../../generated/graphql';
import type { Mistake } from '../../forms/field';
import { Reading } from '../../forms/reading';
import { type PartLine, partsOf } from './part-draft';
import { CONDITIONS } from './registration';

/** An amendment as it is typed. */
export interface Draft {
  readonly effectiveOn: string;
  readonly reason: string;
  readonly documentNumber: string;
  readonly annualFee: string;
  readonly endsOn: string;
  readonly requiredPosts: string;
  readonly requiredCertifiedShare: string;
  /** The shares of all instalments; where all are empty they stay. */
  readonly SIGNING: string;
  readonly MIDTERM_QUALIFIED: string;
  readonly FINAL_QUALIFIED: string;
  readonly allowGaps: boolean;
  readonly parts: readonly PartLine[];
  readonly targets: readonly {
    readonly target: string;
    readonly value: string;
    /** One that the agreement does not have yet. */
    readonly isNew?: boolean;
  }[];
}

export type TextName = Exclude<keyof Draft, 'targets' | 'parts' | 'allowGaps'>;

export const EMPTY: Draft = {
  effectiveOn: '',
  reason: '',
  documentNumber: '',
  annualFee: '',
  endsOn: '',
  requiredPosts: '',
  requiredCertifiedShare: '',
  SIGNING: '',
  MIDTERM_QUALIFIED: '',
  FINAL_QUALIFIED: '',
  allowGaps: false,
  parts: [],
  targets: [],
};

/** What names a target; a place is empty where it is the whole station. */
export interface NamedTarget {
  readonly termId: string;
  readonly zoneId: string;
  readonly projectId: string;
  readonly indicator: string;
  readonly measure: string;
}

/** Which target is meant, as one text. */
export function targetOf({ termId, zoneId, projectId, indicator, measure }: NamedTarget): string {
  return [termId, zoneId, projectId, indicator, measure].join(' ');
}

export function partsOfTarget(target: string): NamedTarget {
  const [termId = '', zoneId = '', projectId = '', indicator = '', measure = ''] = target.split(' ');
  return { termId, zoneId, projectId, indicator, measure };
}

export function keyOfTarget({ term, zone, project, indicator, measure }: TargetLineFragment): string {
  return targetOf({
    termId: term.id,
    zoneId: zone?.id ?? '',
    projectId: project?.id ?? '',
    indicator: indicator.code,
    measure: measure.code,
  });
}

/** Without the lines of targets that nothing was typed in. */
export function withoutEmptyLines(draft: Draft): Draft {
  return { ...draft, targets: draft.targets.filter(({ target, value }) => target !== '' || value !== '') };
}

/** What is sent, or what cannot be read of the draft. */
export function inputOf(
  agreementId: string,
  draft: Draft,
): { readonly input: ProposeAmendmentInput; readonly mistakes: readonly Mistake[] } {
  const reading = new Reading();
  reading.required(draft.reason, 'reason');
  const targets = draft.targets.map(({ target, value }, index) => {
    const { termId, zoneId, projectId, indicator, measure } = partsOfTarget(target);
    const at = ['targets', String(index)];
    reading.chosen(termId && measure, ...at, 'measure');
    reading.required(value, ...at, 'value');
    const isTakenAway = value.normalize('NFKC').trim() === '/';
    return {
      termId,
      zoneId: zoneId || null,
      projectId: projectId || null,
      indicator,
      measure,
      value: isTakenAway ? null : reading.numberOrNull(value, ...at, 'value'),
    };
  });
  const input = {
    agreementId,
    effectiveOn: reading.day(draft.effectiveOn, 'effectiveOn'),
    reason: draft.reason,
    documentNumber: draft.documentNumber.trim() || null,
    annualFee: reading.numberOrNull(draft.annualFee, 'annualFee'),
    endsOn: reading.dayOrNull(draft.endsOn, 'endsOn'),
    requiredPosts: reading.numberOrNull(draft.requiredPosts, 'requiredPosts'),
    requiredCertifiedShare: reading.numberOrNull(draft.requiredCertifiedShare, 'requiredCertifiedShare'),
    ...partsOf(draft.parts, reading),
    allowGaps: draft.allowGaps,
    instalments: instalmentsOf(draft, reading),
    targets: targets.length > 0 ? targets : null,
  };
  return { input, mistakes: reading.mistakes };
}

/** All of them, or none: the API takes them together. */
function instalmentsOf(
  draft: Readonly<Record<(typeof CONDITIONS)[number], string>>,
  reading: Reading,
): InstalmentInput[] | null {
  const given = CONDITIONS.flatMap((condition) => {
    const share = reading.numberOrNull(draft[condition], condition);
    return share === null ? [] : [{ condition, share }];
  });
  return given.length > 0 ? given : null;
}
