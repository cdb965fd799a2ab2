import { blank, type SheetBuilder, text } from '../../../../platform/sheets';
import { putFigure } from './figure-cells';
import type { FormFigures, Subject } from './figures';
import { indicatorName, subjectName } from './headings';

/** A list of 五社联动: the columns of its label, of the names, and its figures after them. */
interface ListColumns {
  label: { column: number; text: string; fromHead: boolean } | null;
  left: number;
  right: number;
}

/** As they are beside each other: 五社联动, 志愿者, and what follows. */
const COLUMNS: readonly ListColumns[] = [
  { label: { column: 0, text: '五社\n联动', fromHead: true }, left: 1, right: 4 },
  { label: { column: 8, text: '志愿者', fromHead: false }, left: 9, right: 11 },
  { label: null, left: 15, right: 18 },
];
const HEAD = ['指标\n要求', '完成量', '百分比'];
/** The paragraph on the street and its people, which only people can write. */
const PARAGRAPH = { left: 22, right: 28 };

/** The lists beside each other below their heads; answers the row below them. */
export function putLists(
  sheet: SheetBuilder,
  top: number,
  lists: readonly (readonly Subject[])[],
  figures: FormFigures,
): number {
  const height = Math.max(...lists.map(({ length }) => length));
  const bottom = top + height;
  for (const [at, place] of COLUMNS.entries()) putList(sheet, top, bottom, place, lists[at] ?? [], figures);
  sheet.span({ top, bottom, ...PARAGRAPH }, blank('NOTE'));
  return bottom + 1;
}

function putList(
  sheet: SheetBuilder,
  top: number,
  bottom: number,
  { label, left, right }: ListColumns,
  subjects: readonly Subject[],
  figures: FormFigures,
): void {
  const headLeft = label && !label.fromHead ? label.column : left;
  sheet.span({ top, left: headLeft, bottom: top, right }, text('协议内容', 'HEADING'));
  for (const [at, heading] of HEAD.entries()) sheet.put(top, right + 1 + at, text(heading, 'HEADING'));
  if (label) {
    const from = label.fromHead ? top : top + 1;
    sheet.span({ top: from, left: label.column, bottom, right: label.column }, text(label.text, 'HEADING'));
  }
  const each = Math.floor((bottom - top) / Math.max(1, subjects.length));
  for (const [at, subject] of subjects.entries()) {
    const from = top + 1 + at * each;
    const to = at === subjects.length - 1 ? bottom : from + each - 1;
    sheet.span({ top: from, left, bottom: to, right }, text(subjectName(subject)));
    for (let column = right + 1; column <= right + HEAD.length; column += 1)
      sheet.span({ top: from, left: column, bottom: to, right: column }, blank('NUMBER'));
    putFigure(sheet, from, right + 1, figures.total(subject));
  }
}

/** A row of small tables beside each other, an indicator each; answers the row below them. */
export function putSideTables(
  sheet: SheetBuilder,
  top: number,
  title: string,
  subjects: readonly Subject[],
  figures: FormFigures,
): number {
  sheet.span({ top, left: 0, bottom: top, right: 3 * subjects.length - 1 }, text(title, 'TITLE'));
  for (const [at, subject] of subjects.entries()) {
    const left = 3 * at;
    const heading = `${indicatorName(subject)}（${subject.measure.unit}）`;
    sheet.span({ top: top + 1, left, bottom: top + 1, right: left + 2 }, text(heading, 'HEADING'));
    for (const [of, role] of ['指标要求', '完成情况', '完成百分比'].entries())
      sheet.put(top + 2, left + of, text(role, 'HEADING'));
    putFigure(sheet, top + 3, left, figures.total(subject));
  }
  return top + 4;
}
