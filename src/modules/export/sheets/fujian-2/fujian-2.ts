import type { Day } from '../../../../platform/calendar';
import { type Decimal, exact, trimmed } from '../../../../platform/decimal';
import { blank, cellName, number, SheetBuilder, type SheetDraft, text } from '../../../../platform/sheets';
import type { RosterLine } from '../../../staffing';
import { RosterColumns, RosterGroup } from './roster-group';
import { rosterRows } from './roster-rows';
import { dayInWords } from './words';

/** What 附件2 is made of. */
interface Fujian2 {
  station: string;
  startsOn: Day;
  endsOn: Day;
  months: readonly string[];
  lines: readonly RosterLine[];
  stabilityPercent: Decimal | null;
  /** To be filled in. */
  isEmpty: boolean;
}

const HEAD = ['类型', '序号', '姓名', '职位', '岗位资格证/资质', '合同期限'];
const MONTH_HEAD = ['人员\n到位', '社保\n购买', '工资\n发放'];
const SUM_HEAD = ['人员到\n岗小计', '符合从业2年\n以上的社工到\n岗小计', '备注'];
const WIDTHS = { head: [8, 6, 9, 13, 18, 13], month: 5, sums: [8, 12, 26] };

/** 附件2: everybody month by month, those with a certificate before those without. */
export function fujian2(form: Fujian2): SheetDraft {
  const sheet = new SheetBuilder();
  const columns = new RosterColumns(form.months.length);
  putHead(sheet, columns, form);
  const rows = rosterRows(form.lines);
  const options = { columns, endsOn: form.endsOn, headRow: 3, isEmpty: form.isEmpty };
  const certified = new RosterGroup(sheet, 4, 'CERTIFIED', rows.CERTIFIED, options);
  certified.put();
  const uncertified = new RosterGroup(sheet, certified.end, 'UNCERTIFIED', rows.UNCERTIFIED, options);
  uncertified.put();
  putTotals(sheet, uncertified.end, columns, [certified, uncertified], form);
  return sheet.build({
    name: '附件2',
    widths: [
      ...WIDTHS.head,
      ...form.months.flatMap(() => MONTH_HEAD.map(() => WIDTHS.month)),
      ...WIDTHS.sums,
    ],
    frozen: { rows: 4, columns: HEAD.length },
    print: { titleRows: 4, header: '' },
  });
}

function putHead(
  sheet: SheetBuilder,
  columns: RosterColumns,
  { station, startsOn, endsOn, months }: Fujian2,
): void {
  const right = columns.note;
  sheet.span({ top: 0, left: 0, bottom: 0, right }, text(`${station}人员到岗情况`, 'TITLE'));
  const days = `年度服务协议时间：${dayInWords(startsOn)}至${dayInWords(endsOn)}`;
  sheet.span({ top: 1, left: 0, bottom: 1, right }, text(days, 'NOTE'));
  const heading = (column: number, words: string): void =>
    sheet.span({ top: 2, left: column, bottom: 3, right: column }, text(words, 'HEADING'));
  for (const [column, words] of HEAD.entries()) heading(column, words);
  for (const [at, month] of months.entries()) {
    const left = columns.of(at);
    sheet.span(
      { top: 2, left, bottom: 2, right: left + 2 },
      { value: { day: `${month}-01` }, look: 'MONTH' },
    );
    for (const [part, words] of MONTH_HEAD.entries()) sheet.put(3, left + part, text(words, 'HEADING'));
  }
  for (const [at, words] of SUM_HEAD.entries()) heading(columns.presenceSum + at, words);
  sheet.height(2, 30);
  sheet.height(3, 30);
}

function putTotals(
  sheet: SheetBuilder,
  top: number,
  columns: RosterColumns,
  groups: readonly RosterGroup[],
  { stabilityPercent, isEmpty }: Fujian2,
): void {
  const label = (row: number, words: string): void =>
    sheet.span({ top: row, left: 1, bottom: row, right: 5 }, text(words, 'HEADING'));
  sheet.span({ top, left: 0, bottom: top + 2, right: 0 }, text('总计', 'HEADING'));
  label(top, '每月社保购买、工资发放、人员到岗等情况总计');
  label(top + 1, '社工有效人次小计（即持证社工及非持证社工有效人次总数）');
  label(top + 2, '社工站稳岗率（持续在岗社工数/协议要求在岗社工数*100%）');
  const total = (value: (group: RosterGroup) => Decimal, column: number, below = 0) => ({
    ...number(trimmed(groups.reduce((sum, group) => sum.plus(value(group)), exact('0')))),
    formula: groups.map(({ sums }) => cellName(sums + below, column)).join('+'),
  });
  for (let month = 0; month < columns.months; month += 1) {
    const left = columns.of(month);
    for (const part of [0, 1, 2])
      sheet.put(
        top,
        left + part,
        total((group) => group.sumOf(month, part), left + part),
      );
    sheet.span(
      { top: top + 1, left, bottom: top + 1, right: left + 2 },
      total((group) => group.sumOf(month, 0), left, 1),
    );
  }
  sheet.put(
    top,
    columns.presenceSum,
    total((group) => group.presence(), columns.presenceSum),
  );
  sheet.put(
    top,
    columns.experiencedSum,
    total((group) => group.experienced(), columns.experiencedSum),
  );
  sheet.put(top, columns.note, blank());
  for (let column = columns.presenceSum; column <= columns.note; column += 1)
    sheet.put(top + 1, column, blank());
  const share = stabilityPercent === null ? null : trimmed(exact(stabilityPercent).times('0.01'));
  sheet.span(
    { top: top + 2, left: columns.first, bottom: top + 2, right: columns.note },
    { value: isEmpty ? null : share === null ? { text: '/' } : { number: share }, look: 'PERCENT' },
  );
}
