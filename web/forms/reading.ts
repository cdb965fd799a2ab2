import { texts } from '../messages';
import { type Day, parseDay } from '../ui/days';
import type { Decimal } from '../ui/decimals';
import type { Mistake } from './field';

/** Reads what people type, and collects what it cannot read. Whether it may be is for the server to say. */
export class Reading {
  readonly mistakes: Mistake[] = [];
  private readonly messages = texts().forms;

  /** Empty where there is none; then `mistakes` has why. */
  day(text: string, ...path: readonly string[]): Day {
    this.required(text, ...path);
    return this.dayOrNull(text, ...path) ?? '';
  }

  dayOrNull(text: string, ...path: readonly string[]): Day | null {
    if (text.trim() === '') return null;
    const day = parseDay(text);
    if (day === undefined) this.wrong(this.messages.dayHint, ...path);
    return day ?? null;
  }

  /** Likewise a number; empty where there is none. */
  number(text: string, ...path: readonly string[]): Decimal {
    this.required(text, ...path);
    return this.numberOrNull(text, ...path) ?? '';
  }

  /** Also with full-width digits and thousands separators. */
  numberOrNull(text: string, ...path: readonly string[]): Decimal | null {
    const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
    if (plain === '') return null;
    if (!/^\d+(\.\d+)?$/.test(plain)) this.wrong(this.messages.numberHint, ...path);
    return plain;
  }

  /** A whole number. */
  count(text: string, ...path: readonly string[]): number {
    const number = this.number(text, ...path);
    if (number.includes('.')) this.wrong(this.messages.countHint, ...path);
    return Number(number);
  }

  required(text: string, ...path: readonly string[]): void {
    if (text.trim() === '') this.wrong(this.messages.required, ...path);
  }

  chosen(option: string, ...path: readonly string[]): void {
    if (option === '') this.wrong(this.messages.pleaseChoose, ...path);
  }

  wrong(message: string, ...path: readonly string[]): void {
    this.mistakes.push({ message, path });
  }
}
