import { type Day, EARLIEST_DAY, LATEST_DAY } from './calendar';
import { exact } from './decimal';
import type { Fault, Path } from './faults';

const MOST_KEY = 200;

/** Faults of plain input that every module checks alike. */
export class InputRules {
  readonly faults: Fault[] = [];

  add(code: string, path: Path, zh: string, en: string): void {
    this.faults.push({ code, path, text: { zh, en } });
  }

  /** A text that must say something, within a length; returns it without surrounding space. */
  text(value: string, path: Path, most: number): string {
    const trimmed = value.trim();
    if (trimmed === '') {
      this.add('EMPTY_TEXT', path, '此项不能为空，请填写。', 'This must not be empty. Please fill it in.');
    } else if (lengthOf(trimmed) > most) {
      this.add(
        'TEXT_TOO_LONG',
        path,
        `此项最多 ${String(most)} 个字，请缩短。`,
        `This takes at most ${String(most)} characters. Please shorten it.`,
      );
    } else if (/(?![\t\n\r])\p{Cc}|\p{Cs}/u.test(trimmed)) {
      this.add(
        'UNPRINTABLE_TEXT',
        path,
        '此项含有无法显示的字符，请重新输入。',
        'This contains characters that cannot be shown. Please type it again.',
      );
    }
    return trimmed;
  }

  /** A key that makes a retry safe, by which what was stored is looked up; null where none was given or it is none. */
  key(value: string | null | undefined, path: Path = ['idempotencyKey']): string | null {
    if (value == null) return null;
    const before = this.faults.length;
    const key = this.text(value, path, MOST_KEY);
    return this.faults.length === before ? key : null;
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

  /** A day that is no slip of the pen; false when it is one. */
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

  /** A list of at least `least` and at most `most` entries; false when it is not. */
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

  /** Names that must differ, each at its path. */
  distinct(names: readonly { name: string; path: Path }[]): void {
    const seen = new Set<string>();
    for (const { name, path } of names) {
      if (name !== '' && seen.has(name)) {
        this.add(
          'DUPLICATE_NAME',
          path,
          `“${name}”在本协议中已出现，名称不能重复。`,
          `"${name}" stands here already. Names must differ within an agreement.`,
        );
      }
      seen.add(name);
    }
  }
}

/** Characters as PostgreSQL counts them: code points. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}
