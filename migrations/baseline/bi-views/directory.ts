import { agreementColumns, agreementJoins, tenantText, type View } from './view';

/** The dimensions: stations, agreements, and the catalogue of indicators. */
export const DIRECTORY_VIEWS: View[] = [
  {
    name: 'stations',
    row: ['社工站，一行一个', 'social-work stations, one row each'],
    columns: [
      ['station_id', 's.station_id', '社工站编号', 'id of the station'],
      ['station_name', tenantText('s.name'), '社工站名称', 'name of the station'],
      ['street', tenantText('s.street'), '街（镇）', 'street or town that the station serves'],
      ['district_code', 's.district_code', '区代码（GB/T 2260）', 'code of the district (GB/T 2260)'],
      ['district_name', 'd.name', '区名称', 'name of the district'],
    ],
    // station_access has a row of a station for each operator and purchaser of its agreements.
    from: `
      from (select distinct station_id, name, street, district_code from core.station_access) s
      join core.district d on d.code = s.district_code`,
  },
  {
    name: 'agreements',
    row: ['服务协议，一行一份', 'service agreements, one row each'],
    columns: [
      ...agreementColumns('a', 'id'),
      ['street', tenantText('s.street'), '街（镇）', 'street or town that the station serves'],
      ['purchaser_id', 'a.purchaser_id', '购买方编号', 'id of the purchaser'],
      ['purchaser_name', 'p.name', '购买方名称', 'name of the purchaser'],
      [
        'service_model',
        'a.service_model',
        '服务模式：PROJECT_113X 项目制，STATION_ZONE_POINT 站—片区—点',
        'service model: PROJECT_113X or STATION_ZONE_POINT',
      ],
      ['starts_on', 'a.starts_on', '协议首日', 'first day'],
      ['ends_on', 'a.ends_on', '协议末日', 'last day'],
      ['annual_fee', 'a.annual_fee', '年度服务经费（元）', 'annual fee, CNY'],
      ['required_posts', 'a.required_posts', '应配社工岗位数', 'social workers required, posts'],
      [
        'required_certified_share',
        'a.required_certified_share',
        '应持证比例，0 至 1',
        'share of them that must be certified, 0 to 1',
      ],
    ],
    from: `
      from core.agreement a ${agreementJoins('a')}
      join core.organisation p on p.id = a.purchaser_id`,
  },
  {
    name: 'indicators',
    row: [
      '指标目录（附件1），一行一个指标的一个计量项',
      'catalogue of indicators, one row a measure of an indicator',
    ],
    columns: [
      ['indicator_code', 'i.code', '指标代码', 'code of the indicator'],
      ['measure_code', 'm.code', '计量项代码', 'code of the measure'],
      ['indicator_name', 'i.name_zh', '指标名称', 'name of the indicator, in Chinese'],
      ['indicator_name_en', 'i.name_en', '指标英文名称', 'name of the indicator, in English'],
      ['measure_name', 'm.name', '计量项名称', 'name of the measure'],
      ['unit', 'm.unit', '计量单位', 'unit of the measure'],
      [
        'sort_order',
        'i.position * 100 + m.position',
        '在附件1 中的次序',
        'where it stands in the official form; sort by it',
      ],
    ],
    from: 'from core.indicator i join core.measure m on m.indicator_code = i.code',
  },
];
