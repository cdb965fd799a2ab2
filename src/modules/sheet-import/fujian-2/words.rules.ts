import { type Day, isDay } from '../../../platform/calendar';
import { matchZone, type Named } from '../reading/names.rules';
import { dayOfText } from '../reading/values.rules';
import type { Certificate } from './person';
import { keyOf } from '../reading/words';

const DATE = String.raw`\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?`;
const CONTRACT = new RegExp(`^(${DATE})(?:-|至|到|~)(?:(${DATE})|无固定期限|长期|今|至今)$`, 'u');

const dayIn = (text: string): Day | null => {
  const day = dayOfText(text);
  return isDay(day) ? day : null;
};

/** 合同期限: its first day, and its last one where it has one; null where the text is none. */
export function contractOf(text: string): { from: Day; to: Day | null } | null {
  const [, first, last] = CONTRACT.exec(keyOf(text)) ?? [];
  if (first === undefined) return null;
  const from = dayIn(first);
  const to = last === undefined ? null : dayIn(last);
  return from === null || (last !== undefined && to === null) ? null : { from, to };
}

/** 岗位资格证: the level that it names; null where it names none. */
export function certificateOf(text: string): Certificate | null {
  const words = keyOf(text);
  if (/助理社(?:会)?工(?:作)?师/u.test(words)) return 'ASSISTANT';
  if (/高级社(?:会)?工(?:作)?师/u.test(words)) return 'SENIOR';
  return /^(?:中级)?社(?:会)?工(?:作)?师/u.test(words) ? 'INTERMEDIATE' : null;
}

const PASSED = new RegExp(String.raw`(\d{4}年\d{1,2}月\d{1,2}日)(?:考取|取得|通过)`, 'u');
const LEFT = new RegExp(String.raw`(\d{4}年\d{1,2}月\d{1,2}日)(?:离职|离岗)`, 'u');

/** 备注: the days of a certificate and of leaving, where it has them. */
export function noteDays(text: string): { passedOn: Day | null; leftOn: Day | null } {
  const words = keyOf(text);
  const [, passed] = PASSED.exec(words) ?? [];
  const [, left] = LEFT.exec(words) ?? [];
  return { passedOn: passed ? dayIn(passed) : null, leftOn: left ? dayIn(left) : null };
}

const ZONE = /^(?:第?[一二三四五六七八九十\d]+片区|片区[一二三四五六七八九十\d]+)/u;

/** The zone with which a position begins: 第三片区主管. */
export function zoneOfPosition(text: string, zones: readonly Named[]): Named | null {
  const words = keyOf(text);
  const named = zones.find(({ name }) => words.startsWith(keyOf(name)));
  if (named) return named;
  const match = matchZone(ZONE.exec(words)?.[0] ?? '', zones);
  return 'found' in match ? match.found : null;
}

/** 年度服务协议时间: the days of the agreement that a roster is of. */
export function agreementDays(text: string): { startsOn: Day; endsOn: Day } | null {
  const words = keyOf(text);
  const [, first, last] =
    new RegExp(`协议(?:时间|期限|期).{0,2}?(${DATE})(?:-|至|到|~)(${DATE})`, 'u').exec(words) ?? [];
  const [startsOn, endsOn] = [dayIn(first ?? ''), dayIn(last ?? '')];
  return startsOn === null || endsOn === null ? null : { startsOn, endsOn };
}
