import type { Day } from '../../../../platform/calendar';
import { SheetBuilder, type SheetDraft, text } from '../../../../platform/sheets';
import type { Indicator } from '../../../completion';
import { putFigure } from './figure-cells';
import { type Figure, type FormFigures, isFilled, type NamedPart, type Subject, subjectsOf } from './figures';
import { titleOf } from './fujian-1';
import { subjectName } from './headings';

/** What the table of an agreement by projects is made of. */
interface ProjectTable {
  station: string;
  from: Day;
  to: Day;
  indicators: readonly Indicator[];
  figures: FormFigures;
  zones: readonly NamedPart[];
  projects: readonly NamedPart[];
}

const HEAD = ['项目', '服务指标', '协议量', '完成量', '百分比'];
const WIDTHS = [24, 36, 14, 14, 14];

/** 113X agreements have no 附件1: a table of five columns, the whole agreement first, then its projects and zones. */
export function projectTable(form: ProjectTable): SheetDraft {
  const { station, from, to, indicators, figures, zones, projects } = form;
  const subjects = indicators.flatMap(subjectsOf).filter((subject) => figures.has(subject));
  const isShown = (figure: Figure): boolean => isFilled(figure);
  const groups: { name: string; rows: { subject: Subject; figure: Figure }[] }[] = [
    { name: '合计', rows: subjects.map((subject) => ({ subject, figure: figures.total(subject) })) },
    ...projects.map(({ id, name }) => ({
      name,
      rows: subjects
        .map((subject) => ({ subject, figure: figures.project(subject, id) }))
        .filter(({ figure }) => isShown(figure)),
    })),
    ...zones.map(({ id, name }) => ({
      name,
      rows: subjects
        .map((subject) => ({ subject, figure: figures.zone(subject, id) }))
        .filter(({ figure }) => isShown(figure)),
    })),
  ];
  const sheet = new SheetBuilder();
  sheet.span({ top: 0, left: 0, bottom: 0, right: HEAD.length - 1 }, text(titleOf(station), 'TITLE'));
  sheet.height(0, 28);
  for (const [column, heading] of HEAD.entries()) sheet.put(1, column, text(heading, 'HEADING'));
  let row = 2;
  for (const { name, rows } of groups) {
    if (rows.length === 0) continue;
    sheet.span({ top: row, left: 0, bottom: row + rows.length - 1, right: 0 }, text(name));
    for (const { subject, figure } of rows) {
      sheet.put(row, 1, text(subjectName(subject)));
      putFigure(sheet, row, 2, figure);
      row += 1;
    }
  }
  return sheet.build({
    name: '指标完成情况',
    widths: WIDTHS,
    frozen: { rows: 2, columns: 2 },
    print: { titleRows: 2, header: `统计时段：${from} 至 ${to}` },
  });
}
