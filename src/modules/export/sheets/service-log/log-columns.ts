import type { RowColumn, RowValues } from '../../../../platform/sheets';
import type { Catalogue, Measure } from '../../../completion';

const PLACES: RowColumn[] = [
  { heading: '日期', kind: 'DAY', width: 12 },
  { heading: '片区', kind: 'TEXT', width: 12 },
  { heading: '社工点', kind: 'TEXT', width: 16 },
  { heading: '项目', kind: 'TEXT', width: 16 },
  { heading: '指标', kind: 'TEXT', width: 20 },
];
const NOTE: RowColumn = { heading: '备注', kind: 'TEXT', width: 36 };
/** What is counted first of an indicator. */
const OCCASIONS = '个数';
const OF_UNIT: Readonly<Record<string, string>> = { 元: '金额', 小时: '时数', 人次: '人次', 节: '节数' };

/** The columns of a service log: one for what is counted first, and one for each other kind of quantity. */
export class LogColumns {
  readonly quantities: readonly string[];

  constructor(private readonly catalogue: Catalogue) {
    const all = catalogue.indicators.flatMap(({ measures }) => measures.map(headingOf));
    this.quantities = [...new Set([OCCASIONS, '节数', '人次', ...all])];
  }

  get all(): RowColumn[] {
    const quantity = (heading: string): RowColumn => ({ heading, kind: 'NUMBER', width: 9 });
    return [...PLACES, ...this.quantities.map(quantity), NOTE];
  }

  /** `row`: as the query has it, its quantities as JSON. */
  rowOf(row: readonly (string | null)[]): RowValues {
    const [day = null, zone = null, point = null, project = null, code, json, note = null] = row;
    const indicator = this.catalogue.get(code ?? '');
    const given = quantitiesOf(json ?? '{}');
    const values = new Map<string, string | null>();
    for (const measure of indicator.measures) {
      const value = given.get(measure.code);
      if (value !== undefined) values.set(headingOf(measure), value);
    }
    const quantities = this.quantities.map((heading) => values.get(heading) ?? null);
    return [day, zone, point, project, indicator.nameZh, ...quantities, note];
  }
}

function headingOf(measure: Measure): string {
  const ofUnit = OF_UNIT[measure.unit];
  if (ofUnit !== undefined) return ofUnit;
  return measure.position === 0 ? OCCASIONS : measure.name;
}

/** The values as they are stored: PostgreSQL writes numbers in JSON with all their digits, which no double takes away. */
function quantitiesOf(json: string): Map<string, string> {
  const pairs = json.matchAll(/"([A-Z_]+)": ?"?(-?[0-9.]+)"?/g);
  return new Map(Array.from(pairs, ([, code = '', value = '']) => [code, value]));
}
