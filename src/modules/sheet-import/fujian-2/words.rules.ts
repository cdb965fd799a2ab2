import { type Day, dayAt, isDay } from '../../../platform/calendar';
import { matchZone, type Named } from '../reading/names.rules';
import { dayOfText } from '../reading/values.rules';
import type { Certificate, ContractDays, RosterPerson } from './person';
import { keyOf } from '../reading/words';

const DATE = String.raw`\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?`;
const CONTRACT = new RegExp(`^(${DATE})(?:-|至|到|~)(?:(${DATE})|无固定期限|长期|今|至今)$`, 'u');

const dayIn = (text: string): Day | null => {
  const day = dayOfText(text);
  return isDay(day) ? day : null;
};

/** 合同期限: its days, a line for each contract, of which those without a break between are one; null where it has none. */
export function contractsOf(text: string): ContractDays[] | null {
  const lines = text.split(/[\n;；、]/u).filter((line) => keyOf(line) !== '');
  const days = lines.map(contractOf);
  const contracts: ContractDays[] = [];
  for (const one of days) {
    const last = contracts.at(-1);
    if (one === null || (last && (last.to === null || one.from <= last.to))) return null;
    if (last?.to != null && dayAt(last.to, 2) === one.from) last.to = one.to;
    else contracts.push(one);
  }
  return contracts.length === 0 ? null : contracts;
}

function contractOf(line: string): ContractDays | null {
  const [, first, last] = CONTRACT.exec(keyOf(line)) ?? [];
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

const DAY = String.raw`(\d{4}年\d{1,2}月\d{1,2}日)`;
const PASSED = new RegExp(String.raw`${DAY}(?:考取|取得|通过)([^,，。;；\d]*)`, 'gu');
const LEFT = new RegExp(String.raw`${DAY}(?:离职|离岗)`, 'u');
const LEAVE = /(?:产|病|事|长|哺乳|陪产|护理)假/u;

/** A certificate that 备注 names with its day; the level may be left out. */
interface NotedCertificate {
  level: Certificate | null;
  passedOn: Day;
}

/** 备注: the days of certificates and of leaving, where it has them, and whether it speaks of a leave. */
export function noteOf(text: string): {
  certificates: NotedCertificate[];
  leftOn: Day | null;
  hasLeave: boolean;
} {
  const words = keyOf(text);
  const certificates = [...words.matchAll(PASSED)].flatMap(([, day = '', level = '']) => {
    const passedOn = dayIn(day);
    return passedOn === null ? [] : [{ level: certificateOf(level), passedOn }];
  });
  const [, left] = LEFT.exec(words) ?? [];
  return { certificates, leftOn: left === undefined ? null : dayIn(left), hasLeave: LEAVE.test(words) };
}

/**
 * The certificate of a level with the day that 备注 has for it, and the further ones that it names: all of them where the
 * rows say none, since one that was just passed counts only afterwards.
 */
export function certificatesOf(
  level: Certificate | null,
  notes: readonly { certificates: readonly NotedCertificate[] }[],
): Pick<RosterPerson, 'certificate' | 'otherCertificates'> {
  const noted = notes.flatMap(({ certificates }) => certificates);
  const own = noted.find((one) => one.level === level) ?? noted.find((one) => one.level === null);
  const others = new Map(
    noted.flatMap((one) =>
      one.level === null || one.level === level ? [] : [[one.level, one.passedOn] as const],
    ),
  );
  return {
    certificate: level && { level, passedOn: own?.passedOn ?? null },
    otherCertificates: [...others].map(([other, passedOn]) => ({ level: other, passedOn })),
  };
}

const ZONE = /^(?:第?[一二三四五六七八九十\d]+片区|片区[一二三四五六七八九十\d]+)/u;

/** The zone with which a position begins: 第三片区主管. */
export function zoneOfPosition(text: string, zones: readonly Named[]): Named | null {
  const words = keyOf(text);
  const named =
    zones.find(({ name }) => words.startsWith(keyOf(name))) ??
    zones.find(({ formerNames = [] }) => formerNames.some((name) => words.startsWith(keyOf(name))));
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
