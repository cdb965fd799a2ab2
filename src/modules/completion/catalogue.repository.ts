import type { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import type { IndicatorSection } from './indicator.enums';

/** 度量: what is counted of an indicator. */
export interface Measure {
  code: string;
  /** Position within its indicator. */
  position: number;
  name: string;
  unit: string;
}

/** 指标: one row of the catalogue (附件1). */
export interface Indicator {
  code: string;
  position: number;
  nameZh: string;
  nameEn: string;
  section: IndicatorSection;
  /** Its place in 附件1; null where the form has none for it. */
  formPosition: number | null;
  /** Other names in use, as the headings of the form have them. */
  aliases: string[];
  measures: Measure[];
}

const CATALOGUE = statement<Indicator>(
  'catalogue.all',
  `select i.code, i.position, i.name_zh as "nameZh", i.name_en as "nameEn",
          i.section, i.form_position as "formPosition", i.aliases,
          json_agg(json_build_object('code', m.code, 'position', m.position, 'name', m.name, 'unit', m.unit) order by m.position) as measures
     from core.indicator i join core.measure m on m.indicator_code = i.code
    group by i.code order by i.position`,
);

export async function readCatalogue(database: Database): Promise<Indicator[]> {
  return database.once('app_platform', CATALOGUE);
}
