import type { Day } from '../../../../platform/calendar';
import { SheetBuilder, type SheetDraft, text } from '../../../../platform/sheets';
import { type Indicator, IndicatorSection } from '../../../completion';
import { subjectsOf } from './figures';
import { putLists, putSideTables } from './lists';
import { type BlockContext, LABEL_COLUMNS, putZoneBlock } from './zone-block';

/** What 附件1 is made of. */
interface Fujian1 extends BlockContext {
  station: string;
  from: Day;
  to: Day;
  indicators: readonly Indicator[];
}

const COLUMNS = 29;
const WIDTH = 8.5;
/** Figures beside each other, as many as the form has. */
const MAX_BESIDE = (COLUMNS - LABEL_COLUMNS) / 3;

/** 附件1: the form as the office has it, and a second sheet for what it has no place for. */
export function fujian1(form: Fujian1): SheetDraft[] {
  return [official(form), ...others(form)];
}

export function titleOf(station: string, of = ''): string {
  return `${station.replace(/社工服务站$/u, '社工站')}购买服务项目${of}指标完成情况统计表`;
}

const periodOf = ({ from, to }: Pick<Fujian1, 'from' | 'to'>): string => `统计时段：${from} 至 ${to}`;

function official(form: Fujian1): SheetDraft {
  const { figures, station } = form;
  const ordered = form.indicators
    .filter(({ formPosition }) => formPosition !== null)
    .sort((a, b) => (a.formPosition ?? 0) - (b.formPosition ?? 0));
  const of = (section: Indicator['section']): Indicator[] =>
    ordered.filter((indicator) => indicator.section === section);
  const sheet = new SheetBuilder();
  let row = putTitle(sheet, '附件1-1', titleOf(station));
  row = putZoneBlock(sheet, row, of(IndicatorSection.SERVICE), form, { headRows: 3, hasTotal: true });
  row = putZoneBlock(sheet, row, of(IndicatorSection.ACTIVITY), form, { headRows: 2, hasTotal: true });
  row = putLists(sheet, row, listsOf(ordered), figures);
  putSideTables(sheet, row + 1, titleOf(station), of(IndicatorSection.OTHER).flatMap(subjectsOf), figures);
  return sheet.build({
    name: '附件1-1',
    widths: Array.from({ length: COLUMNS }, () => WIDTH),
    frozen: { rows: 5, columns: LABEL_COLUMNS },
    print: { titleRows: 5, header: periodOf(form) },
  });
}

/** 五社联动 before the volunteers, the volunteers, and 五社联动 after them. */
function listsOf(ordered: readonly Indicator[]) {
  const volunteers = ordered.filter(({ section }) => section === IndicatorSection.VOLUNTEER);
  const first = volunteers[0]?.formPosition ?? Infinity;
  const linkage = ordered.filter(({ section }) => section === IndicatorSection.LINKAGE);
  const isBefore = ({ formPosition }: Indicator): boolean => (formPosition ?? 0) < first;
  return [linkage.filter(isBefore), volunteers, linkage.filter((indicator) => !isBefore(indicator))].map(
    (indicators) => indicators.flatMap(subjectsOf),
  );
}

function putTitle(sheet: SheetBuilder, number: string, title: string): number {
  sheet.put(0, 0, text(number));
  sheet.span({ top: 1, left: 0, bottom: 1, right: COLUMNS - 1 }, text(title, 'TITLE'));
  sheet.height(1, 28);
  return 2;
}

/**
 * 其他指标: those that the form has no place for, of which some have no zones; and the zones of those that it has in total
 * alone.
 */
function others(form: Fujian1): SheetDraft[] {
  const { figures, indicators } = form;
  const isByZone = (indicator: Indicator): boolean =>
    subjectsOf(indicator).some((subject) => figures.isByZone(subject));
  const without = indicators.filter(
    (indicator) => indicator.formPosition === null && subjectsOf(indicator).some((one) => figures.has(one)),
  );
  const inTotal = indicators.filter(
    (indicator) => indicator.formPosition !== null && !isInZoneBlock(indicator) && isByZone(indicator),
  );
  const parts = [
    { shown: without.filter(isByZone), zones: form.zones, hasTotal: true },
    { shown: without.filter((indicator) => !isByZone(indicator)), zones: [], hasTotal: true },
    { shown: inTotal, zones: form.zones, hasTotal: false },
  ];
  if (parts.every(({ shown }) => shown.length === 0)) return [];
  const sheet = new SheetBuilder();
  let row = putTitle(sheet, '附件1-2', titleOf(form.station, '其他'));
  const first = row;
  for (const { shown, zones, hasTotal } of parts)
    for (const beside of lines(shown))
      row = putZoneBlock(
        sheet,
        row,
        beside,
        { ...form, zones },
        { headRows: row === first ? 3 : 2, hasTotal },
      );
  return [
    sheet.build({
      name: '其他指标',
      widths: Array.from({ length: COLUMNS }, () => WIDTH),
      frozen: { rows: 5, columns: LABEL_COLUMNS },
      print: { titleRows: 5, header: periodOf(form) },
    }),
  ];
}

const isInZoneBlock = ({ section }: Indicator): boolean =>
  section === IndicatorSection.SERVICE || section === IndicatorSection.ACTIVITY;

/** As many indicators in a line as the form is wide. */
function lines(indicators: readonly Indicator[]): Indicator[][] {
  const all: Indicator[][] = [];
  let remaining = 0;
  for (const indicator of indicators) {
    const { length } = indicator.measures;
    if (length > remaining || all.length === 0) {
      all.push([]);
      remaining = MAX_BESIDE;
    }
    all.at(-1)?.push(indicator);
    remaining -= length;
  }
  return all;
}
