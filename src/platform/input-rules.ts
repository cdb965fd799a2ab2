import { type Day, EARLIEST_DAY, LATEST_DAY } from './calendar';
import { exact } from './decimal';
import type { Fault, Path } from './faults';
import { holdsPersonalData } from './personal-data';
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

  add(code: string, path: Path, zh: string, en: string): void {
    this.faults.push({ code, path, text: { zh, en } });
  }

  /**
   * Validates a non-empty text of one line within a length; returns its stored form. `before` is the value in the
   * database: a text that is left unchanged passes, even if today's rules refuse it.
   */
  text(value: string, path: Path, most: number, before: string | null = null): string {
    return this.said(storedText, value, path, most, before);
  }

  /** The same for a text that may have several lines: a note, a reason, a finding, a response. */
  prose(value: string, path: Path, most: number, before: string | null = null): string {
    return this.said(storedProse, value, path, most, before);
  }

  private said(
    form: (text: string) => string,
    value: string,
    path: Path,
    most: number,
    before: string | null,
  ): string {
    const text = form(value);
    if (before !== null && text === form(before)) return before;
    if (this.readable(text, path, most) && holdsPersonalData(text)) {
      this.add(
        'POSSIBLE_PERSONAL_DATA',
        path,
        '此处似有手机号码或身份证号码。平台不保存个人信息，请删去后再提交；办公电话、合同编号等可以保留。',
        'This seems to hold a mobile number or the number of an identity card. No personal data is kept here: please take it out and send the rest. Office telephones and document numbers may stay.',
      );
    }
    return text;
  }

  private readable(text: string, path: Path, most: number): boolean {
    const before = this.faults.length;
    if (text === '') {
      this.add('EMPTY_TEXT', path, '此项不能为空，请填写。', 'This must not be empty. Please fill it in.');
    } else if (text.length > most && lengthOf(text) > most) {
      this.add(
        'TEXT_TOO_LONG',
        path,
        `此项最多 ${String(most)} 个字，请缩短。`,
        `This takes at most ${String(most)} characters. Please shorten it.`,
      );
    } else if (UNPRINTABLE.test(text)) {
      this.add(
        'UNPRINTABLE_TEXT',
        path,
        '此项含有无法显示的字符，请重新输入。',
        'This contains characters that cannot be shown. Please type it again.',
      );
    }
    return this.faults.length === before;
  }

  /** The stored form of an idempotency key; null where none was given or it is invalid. */
  key(value: string | null | undefined, path: Path = ['idempotencyKey']): string | null {
    if (value == null) return null;
    const key = storedText(value);
    return this.readable(key, path, MAX_KEY) ? key : null;
  }

  /** A decimal from 0 to `most` with at most `places` decimals. */
  amount(value: string, path: Path, most: string, places: number): void {
    const number = exact(value);
    if (number.lt(0)) {
      this.add('NEGATIVE', path, '此项不能为负数。', 'This must not be negative.');
    } else if (number.gt(most)) {
      this.add(
        'TOO_LARGE',
        path,
        `此项不能大于 ${most}，请核对。`,
        `This must not exceed ${most}. Please check it.`,
      );
    } else if (!number.eq(number.round(places))) {
      this.add(
        'TOO_MANY_DECIMALS',
        path,
        places === 0 ? '此项须为整数。' : `此项最多保留 ${String(places)} 位小数。`,
        places === 0 ? 'This must be a whole number.' : `This takes at most ${String(places)} decimals.`,
      );
    }
  }

  /** A day within the plausible range; returns whether it is. */
  day(day: Day, path: Path, earliest = EARLIEST_DAY): boolean {
    const isWithin = day >= earliest && day <= LATEST_DAY;
    if (!isWithin) {
      this.add(
        'DAY_OUT_OF_RANGE',
        path,
        `日期须在 ${earliest} 至 ${LATEST_DAY} 之间，请核对。`,
        `The day must be from ${earliest} to ${LATEST_DAY}. Please check it.`,
      );
    }
    return isWithin;
  }

  /** A list of at least `least` and at most `most` entries; returns whether it is. */
  count(length: number, path: Path, least: number, most: number): boolean {
    if (length < least) {
      this.add(
        'TOO_FEW',
        path,
        `此处至少需要 ${String(least)} 项。`,
        `At least ${String(least)} needed here.`,
      );
    } else if (length > most) {
      this.add(
        'TOO_MANY',
        path,
        `此处一次最多 ${String(most)} 项，请分批提交。`,
        `At most ${String(most)} at once here. Please send the rest in another call.`,
      );
    }
    return length >= least && length <= most;
  }

  /** Names that must not look alike, each with its path. */
  distinct(names: readonly { name: string; path: Path }[]): void {
    const seen = new Set<string>();
    for (const { name, path } of names) {
      if (!isSeenAlike(seen, name)) continue;
      this.add(
        'DUPLICATE_NAME',
        path,
        `“${name}”在本协议中已有相同或相似的名称，名称不能重复，请换一个。`,
        `"${name}" stands here already, or a name that looks like it. Names must differ within an agreement.`,
      );
    }
  }
}
