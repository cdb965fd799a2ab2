import type { Messages } from '../../messages';
import { type Day, parseDay } from '../../ui/days';
import type { Decimal } from '../../ui/decimals';
import type { Mistake } from './field';

export type ReadingTexts = Pick<
  Messages['agreements'],
  'dayHint' | 'numberHint' | 'required' | 'chooseTarget'
>;

/** Reads what people type, and collects what it cannot read. Whether it may be is for the server to say. */
export class Reading {
  readonly mistakes: Mistake[] = [];

  constructor(private readonly messages: ReadingTexts) {}

  /** Empty where there is none; then `mistakes` has why. */
  day(text: string, field: string): Day {
    this.required(text, field);
    return this.dayOrNull(text, field) ?? '';
  }

  dayOrNull(text: string, field: string): Day | null {
    if (text.trim() === '') return null;
    const day = parseDay(text);
    if (day === undefined) this.wrong(this.messages.dayHint, field);
    return day ?? null;
  }

  /** Also with full-width digits and thousands separators. */
  numberOrNull(text: string, ...path: readonly string[]): Decimal | null {
    const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
    if (plain === '') return null;
    if (!/^\d+(\.\d+)?$/.test(plain)) this.wrong(this.messages.numberHint, ...path);
    return plain;
  }

  required(text: string, ...path: readonly string[]): void {
    if (text.trim() === '') this.wrong(this.messages.required, ...path);
  }

  wrong(message: string, ...path: readonly string[]): void {
    this.mistakes.push({ message, path });
  }
}
