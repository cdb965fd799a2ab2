import { type Day, EARLIEST_DAY, LATEST_DAY } from './calendar';
import { exact } from './decimal';
import type { MessageArgs, MessageCode } from '../messages';
import { type Fault, fault, type Path } from './faults';
import { containsPersonalData } from './personal-data';
import { isSeenAlike, lengthOf, storedProse, storedText } from './text-forms';

export const MAX_NOTE = 2000;
export const MAX_REASON = 500;
/** Yuan; larger amounts are typing errors. */
export const MAX_MONEY = '1000000000';
const MAX_KEY = 200;
/** Control characters except line breaks, unpaired surrogates, and interlinear annotations. */
const UNPRINTABLE = /(?!\n)\p{Cc}|\p{Cs}|[\uFFF9-\uFFFB]/u;

/** Validation of input that is common to all modules. */
export class InputRules {
  readonly faults: Fault[] = [];

  add<Code extends MessageCode>(code: Code, path: Path, ...args: MessageArgs<Code>): void {
    this.faults.push(fault(code, path, ...args));
  }

  /**
   * Validates a non-empty text of one line within a length; returns its stored form. `before` is the value in the
   * database: a text that is left unchanged passes, even if today's rules refuse it.
   */
  text(value: string, path: Path, most: number, before: string | null = null): string {
    return this.checkText(storedText, value, path, most, before);
  }

  /** The same for a text that may have several lines: a note, a reason, a finding, a response. */
  prose(value: string, path: Path, most: number, before: string | null = null): string {
    return this.checkText(storedProse, value, path, most, before);
  }

  private checkText(
    form: (text: string) => string,
    value: string,
    path: Path,
    most: number,
    before: string | null,
  ): string {
    const text = form(value);
    if (before !== null && text === form(before)) return before;
    if (this.isReadable(text, path, most) && containsPersonalData(text)) {
      this.add('POSSIBLE_PERSONAL_DATA', path);
    }
    return text;
  }

  private isReadable(text: string, path: Path, most: number): boolean {
    const before = this.faults.length;
    if (text === '') {
      this.add('EMPTY_TEXT', path);
    } else if (text.length > most && lengthOf(text) > most) {
      this.add('TEXT_TOO_LONG', path, { most });
    } else if (UNPRINTABLE.test(text)) {
      this.add('UNPRINTABLE_TEXT', path);
    }
    return this.faults.length === before;
  }

  /** The stored form of an idempotency key; null where none was given or it is invalid. */
  key(value: string | null | undefined, path: Path = ['idempotencyKey']): string | null {
    if (value == null) return null;
    const key = storedText(value);
    return this.isReadable(key, path, MAX_KEY) ? key : null;
  }

  /** A decimal from 0 to `most` with at most `places` decimals. */
  amount(value: string, path: Path, most: string, places: number): void {
    const number = exact(value);
    if (number.lt(0)) {
      this.add('NEGATIVE', path);
    } else if (number.gt(most)) {
      this.add('TOO_LARGE', path, { most });
    } else if (!number.eq(number.round(places))) {
      this.add('TOO_MANY_DECIMALS', path, { places });
    }
  }

  /** A day within the plausible range; returns whether it is. */
  day(day: Day, path: Path, earliest = EARLIEST_DAY): boolean {
    const isWithin = day >= earliest && day <= LATEST_DAY;
    if (!isWithin) {
      this.add('DAY_OUT_OF_RANGE', path, { first: earliest, last: LATEST_DAY });
    }
    return isWithin;
  }

  /** A list of at least `least` and at most `most` entries; returns whether it is. */
  count(length: number, path: Path, least: number, most: number): boolean {
    if (length < least) {
      this.add('TOO_FEW', path, { least });
    } else if (length > most) {
      this.add('TOO_MANY', path, { most, inTotal: false });
    }
    return length >= least && length <= most;
  }

  /** Names that must not look alike, each with its path. */
  distinct(names: readonly { name: string; path: Path }[]): void {
    const seen = new Set<string>();
    for (const { name, path } of names) {
      if (!isSeenAlike(seen, name)) continue;
      this.add('DUPLICATE_NAME', path, { name });
    }
  }
}
