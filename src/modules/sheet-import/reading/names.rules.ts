import type { Indicator, Measure } from '../../completion';
import { keyOf, withoutUnit } from './words';

/** Something of the agreement or the catalogue that cells name. */
export interface Named {
  id: string;
  name: string;
  /** What it was called before an amendment: forms of that time say so. */
  formerNames?: readonly string[];
}

/** What a text names: one thing; none; or several, of which none is chosen. */
export type Match<Thing> = { found: Thing } | { missing: 'NONE' | 'SEVERAL' };

const DIGITS = '一二三四五六七八九十';
const ORDINAL =
  /^(?:第([一二三四五六七八九十]{1,3}|\d{1,2})片区?|([一二三四五六七八九十]{1,3}|\d{1,2})片区|片区([一二三四五六七八九十]{1,3}|\d{1,2}))/u;

/** The number of a zone in its name, however it is written: 片区1, 片区一, 第一片区, 一片区; null where it has none. */
function ordinalOf(words: string): number | null {
  const found = ORDINAL.exec(words)?.slice(1).find(Boolean);
  if (found === undefined) return null;
  if (/^\d+$/.test(found)) return Number(found);
  const [tens, units] = found.includes('十') ? found.split('十') : ['', found];
  const digit = (sign: string | undefined, otherwise: number): number =>
    sign === undefined || sign === '' ? otherwise : DIGITS.indexOf(sign) + 1;
  return found.includes('十') ? digit(tens, 1) * 10 + digit(units, 0) : digit(units, 0);
}

/** Those that are called so or, where none is, those that were. */
function called<Thing extends Named>(words: string, things: readonly Thing[]): Thing[] {
  const now = things.filter(({ name }) => keyOf(name) === words);
  if (now.length > 0) return now;
  return things.filter(({ formerNames = [] }) => formerNames.some((name) => keyOf(name) === words));
}

/** The zone that a text names: by its name, else by its number where only one zone has it. */
export function matchZone(text: string, zones: readonly Named[]): Match<Named> {
  const words = keyOf(text);
  const same = called(words, zones);
  if (same.length > 0) return only(same);
  // The whole text, not a word that merely begins with a zone.
  if (ORDINAL.exec(words)?.[0] !== words) return { missing: 'NONE' };
  const ordinal = ordinalOf(words);
  return only(zones.filter(({ name }) => ordinalOf(keyOf(name)) === ordinal));
}

/** What people add to the name of a community, or leave out. */
const COMMUNITY = /(?:社区居民委员会|社区居委会|社区|居委会|居委|村民委员会|村委会|村)(?:社工点)?$|社工点$/u;

/** The point that a text names: by its name, else without 社区, 居委会 and the like, where only one point is called so. */
export function matchPoint<Thing extends Named>(text: string, points: readonly Thing[]): Match<Thing> {
  const words = keyOf(text);
  const same = called(words, points);
  if (same.length > 0) return only(same);
  const bare = words.replace(COMMUNITY, '');
  return only(points.filter(({ name }) => keyOf(name).replace(COMMUNITY, '') === bare && bare !== ''));
}

export function matchName<Thing extends Named>(text: string, things: readonly Thing[]): Match<Thing> {
  return only(called(keyOf(text), things));
}

/** The indicator that a heading or a cell names: by its name, a part of it, or another name in use. */
export function matchIndicator(text: string, indicators: readonly Indicator[]): Match<Indicator> {
  const given = keyOf(text);
  const bare = withoutUnit(given);
  return only(
    indicators.filter(({ nameZh, aliases }) =>
      [nameZh, ...nameZh.split('/'), ...aliases].some((name) => [given, bare].includes(keyOf(name))),
    ),
  );
}

/** Words of a heading that say nothing of the measure. */
const ROLE = /协议|指标|要求|目标|实际|已|完成|情况|成|量/gu;

/** The measure that a heading names beside its role: 协议接案数, 节数, 人次. An indicator with one measure needs no name. */
export function matchMeasure(heading: string, { measures }: Indicator): Match<Measure> {
  if (measures.length === 1) return only(measures);
  const hint = keyOf(heading).replace(ROLE, '').replace(/数+$/u, '数');
  if (hint === '' || hint === '数') return { missing: 'NONE' };
  const same = measures.filter(({ name }) => keyOf(name) === hint);
  if (same.length > 0) return only(same);
  const ofUnit = measures.filter(({ unit }) => keyOf(unit) === hint || `${keyOf(unit)}数` === hint);
  if (ofUnit.length > 0) return only(ofUnit);
  // 次数 and 个数 mean the occasions, which come first.
  return ['次数', '个数', '数量'].includes(hint) ? only(measures.slice(0, 1)) : { missing: 'NONE' };
}

function only<Thing>(things: readonly Thing[]): Match<Thing> {
  const [first, second] = things;
  if (first === undefined) return { missing: 'NONE' };
  return second === undefined ? { found: first } : { missing: 'SEVERAL' };
}
