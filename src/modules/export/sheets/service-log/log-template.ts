import type { Day } from '../../../../platform/calendar';
import {
  blank,
  columnName,
  type RowColumn,
  SheetBuilder,
  type SheetDraft,
  text,
} from '../../../../platform/sheets';

/** What the cells of a log may name. */
interface LogTemplate {
  columns: readonly RowColumn[];
  startsOn: Day;
  endsOn: Day;
  /** By heading: 片区, 社工点, 项目, 指标. */
  names: Readonly<Record<string, readonly string[]>>;
}

/** Rows to be filled in. */
const ROWS = 1000;
const LISTS = '可选名称';
const NOTES = [
  '每行登记一次服务；片区、社工点、项目、指标请从下拉列表中选择。',
  '个数填接案、活动、探访等的次数；其余各列只填该指标所计的内容。',
];

/** An empty log, whose cells accept what the agreement has; the names are on a second sheet. */
export function logTemplate({ columns, startsOn, endsOn, names }: LogTemplate): SheetDraft[] {
  const sheet = new SheetBuilder();
  for (const [column, { heading, kind }] of columns.entries()) {
    sheet.put(0, column, text(heading, 'HEADING'));
    if (kind === 'DAY') for (let row = 1; row <= ROWS; row += 1) sheet.put(row, column, blank('DAY'));
    const first = `${columnName(column)}2`;
    const list = names[heading];
    const at = Object.keys(names).indexOf(heading);
    const within = [[1, column] as [number, number], [ROWS, column] as [number, number]] as const;
    if (kind === 'DAY')
      sheet.validate(...within, {
        rule: { formula: `AND(ISNUMBER(${first}),${first}>=${date(startsOn)},${first}<=${date(endsOn)})` },
        title: '日期不在协议期内',
        message: `请填写 ${startsOn} 至 ${endsOn} 之间的日期。`,
      });
    else if (kind === 'NUMBER')
      sheet.validate(...within, {
        rule: { formula: `AND(ISNUMBER(${first}),${first}>=0)` },
        title: '请填写数字',
        message: '请填写不小于 0 的数字，不带单位。',
      });
    else if (list && list.length > 0)
      sheet.validate(...within, {
        rule: { listIn: `'${LISTS}'!$${columnName(at)}$4:$${columnName(at)}$${3 + list.length}` },
        title: `没有此${heading}`,
        message: `请从下拉列表中选择本协议的${heading}。`,
      });
  }
  return [
    sheet.build({
      name: '服务记录',
      widths: columns.map(({ width }) => width),
      frozen: { rows: 1, columns: 0 },
      print: { titleRows: 1, header: '' },
    }),
    namesOf(names),
  ];
}

function namesOf(names: LogTemplate['names']): SheetDraft {
  const sheet = new SheetBuilder();
  const right = Object.keys(names).length - 1;
  for (const [row, note] of NOTES.entries())
    sheet.span({ top: row, left: 0, bottom: row, right }, text(note, 'NOTE'));
  for (const [column, [heading, list]] of Object.entries(names).entries()) {
    sheet.put(2, column, text(heading, 'HEADING'));
    for (const [at, name] of list.entries()) sheet.put(3 + at, column, text(name));
  }
  return sheet.build({ name: LISTS, widths: Object.keys(names).map(() => 24) });
}

function date(day: Day): string {
  const [year, month, of] = day.split('-').map(Number);
  return `DATE(${year},${month},${of})`;
}
