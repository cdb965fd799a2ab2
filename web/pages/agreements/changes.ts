import type { AmendmentDetailFragment } from '../../generated/graphql';
import type { Messages } from '../../messages';
import { moneyText } from '../../ui/decimals';

type Change = AmendmentDetailFragment['changes'][number];
type Texts = Messages['agreements'];

const among = (known: Readonly<Record<string, string>>, code: string): string => known[code] ?? code;

/** What a change is about: which value, of what. */
export function aspectText({ field, aspect, subject }: Change, messages: Texts): string {
  const name = among(messages.fields, field);
  const what = aspect === 'value' ? name : messages.change(name, among(messages.aspects, aspect));
  if (subject === null) return what;
  return messages.changeOf(what, field === 'instalment' ? among(messages.conditions, subject) : subject);
}

/** A value of a change as people read it. */
export function valueText(
  { field, aspect }: Pick<Change, 'field' | 'aspect'>,
  value: string | null,
  messages: Texts,
): string | null {
  if (value === null) return null;
  if (field === 'annualFee') return moneyText(value);
  if (aspect === 'state') return among(messages.partStates, value);
  const [from, to] = value.split('/');
  return aspect === 'days' && from !== undefined && to !== undefined ? messages.range(from, to) : value;
}
