import type { ProposeAmendmentInput, TargetLineFragment } from '../../generated/graphql';
import type { Messages } from '../../messages';
import { parseDay } from '../../ui/days';
import type { Mistake } from './field';

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

export type TextField = Exclude<keyof Draft, 'targets'>;

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

/** What is sent, or what cannot be read of the draft; whether it may be is for the server to say. */
export function inputOf(
  agreementId: string,
  draft: Draft,
  messages: Pick<Messages['agreements'], 'dayHint' | 'numberHint' | 'required' | 'chooseTarget'>,
): { readonly input: ProposeAmendmentInput; readonly mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = [];
  const wrong = (message: string, ...path: string[]): void => {
    mistakes.push({ message, path });
  };
  const day = (field: 'effectiveOn' | 'endsOn'): string | null => {
    if (draft[field].trim() === '') return null;
    const parsed = parseDay(draft[field]);
    if (parsed === undefined) wrong(messages.dayHint, field);
    return parsed ?? null;
  };
  const number = (text: string, ...path: string[]): string | null => {
    const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
    if (plain === '') return null;
    if (!/^\d+(\.\d+)?$/.test(plain)) wrong(messages.numberHint, ...path);
    return plain;
  };
  const effectiveOn = day('effectiveOn');
  if (draft.effectiveOn.trim() === '') wrong(messages.required, 'effectiveOn');
  if (draft.reason.trim() === '') wrong(messages.required, 'reason');
  const targets = draft.targets.map(({ target, value }, index) => {
    const [termId = '', zoneId = '', projectId = '', indicator = '', measure = ''] = target.split(' ');
    const at = ['targets', String(index)];
    if (target === '') wrong(messages.chooseTarget, ...at, 'measure');
    if (value.trim() === '') wrong(messages.required, ...at, 'value');
    return {
      termId,
      zoneId: zoneId || null,
      projectId: projectId || null,
      indicator,
      measure,
      value: value.normalize('NFKC').trim() === '/' ? null : number(value, ...at, 'value'),
    };
  });
  const input = {
    agreementId,
    effectiveOn: effectiveOn ?? '',
    reason: draft.reason,
    documentNumber: draft.documentNumber.trim() || null,
    annualFee: number(draft.annualFee, 'annualFee'),
    endsOn: day('endsOn'),
    requiredPosts: number(draft.requiredPosts, 'requiredPosts'),
    requiredCertifiedShare: number(draft.requiredCertifiedShare, 'requiredCertifiedShare'),
    targets: targets.length > 0 ? targets : null,
  };
  return { input, mistakes };
}
