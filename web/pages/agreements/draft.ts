import type { ProposeAmendmentInput, TargetLineFragment } from '../../generated/graphql';
import type { Mistake } from '../../forms/field';
import { Reading } from '../../forms/reading';

/** An amendment as it is typed. */
export interface Draft {
  readonly effectiveOn: string;
  readonly reason: string;
  readonly documentNumber: string;
  readonly annualFee: string;
  readonly endsOn: string;
  readonly requiredPosts: string;
  readonly requiredCertifiedShare: string;
  readonly targets: readonly { readonly target: string; readonly value: string }[];
}

export type TextName = Exclude<keyof Draft, 'targets'>;

export const EMPTY: Draft = {
  effectiveOn: '',
  reason: '',
  documentNumber: '',
  annualFee: '',
  endsOn: '',
  requiredPosts: '',
  requiredCertifiedShare: '',
  targets: [],
};

/** Which target is meant, for a choice among them. */
export function keyOfTarget({ term, zone, project, indicator, measure }: TargetLineFragment): string {
  return [term.id, zone?.id ?? '', project?.id ?? '', indicator.code, measure.code].join(' ');
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
    const [termId = '', zoneId = '', projectId = '', indicator = '', measure = ''] = target.split(' ');
    const at = ['targets', String(index)];
    reading.chosen(target, ...at, 'measure');
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
    targets: targets.length > 0 ? targets : null,
  };
  return { input, mistakes: reading.mistakes };
}
