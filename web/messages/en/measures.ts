/** The measures of the official form in English; the API has them as printed, in Chinese. */
const NAMES: Readonly<Record<string, string>> = {
  个数: 'number',
  人数: 'people',
  人次: 'attendances',
  份数: 'copies',
  场数: 'events',
  工时: 'hours worked',
  志愿服务人次: 'volunteers',
  折合人民币: 'value',
  接案数: 'cases opened',
  探访数: 'households',
  支数: 'teams',
  时数: 'hours',
  服务次数: 'services',
  档案数: 'files',
  次数: 'times',
  电访次数: 'calls',
  结案数: 'cases closed',
  节数: 'sessions',
};

const UNITS: Readonly<Record<string, string>> = {
  个: 'number',
  人: 'people',
  人次: 'attendances',
  份: 'copies',
  元: 'CNY',
  场: 'events',
  小时: 'hours',
  户: 'households',
  支: 'teams',
  次: 'times',
  节: 'sessions',
};

/** How much of a measure, in the words of a list. */
export function amountText(name: string, value: string, unit: string): string {
  if (name === '个数' && unit === '个') return `number ${value}`;
  return unit === '元' ? `CNY ${value}` : `${value} ${measureText(name, unit)}`;
}

export const measureName = (name: string): string => NAMES[name] ?? name;

export const unitName = (unit: string): string => UNITS[unit] ?? unit;

/** A measure with its unit, where that says more than the measure. */
export function measureText(name: string, unit: string): string {
  const [measure, counted] = [measureName(name), unitName(unit)];
  if (name === '个数' && unit !== '个') return counted;
  return unit === '个' || unit === '人次' || unit === '次' || measure.includes(counted)
    ? measure
    : `${measure} (${counted})`;
}
