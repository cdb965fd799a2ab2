/** [Chinese, English]: the comment that a BI tool shows for a table or a column. */
export type Comment = [zh: string, en: string];

/** [name, SQL expression, Chinese comment, English comment with the unit] */
export type Column = [name: string, sql: string, ...comment: Comment];

/** A flat view for BI without free text: its columns are explicit, have stable names, and comments in two languages. */
export interface View {
  name: string;
  /** The grain: what one row represents. */
  row: Comment;
  columns: Column[];
  from: string;
}

/** The statements that create the view and its comments. It is a security_invoker view: the reader's policies apply. */
export function statementsOf({ name, row, columns, from }: View): string[] {
  const list = columns.map(([column, sql]) => `${sql} as ${column}`).join(',\n  ');
  return [
    `create view bi.${name} with (security_invoker = true) as select\n  ${list}\n${from}`,
    `comment on view bi.${name} is ${commentLiteral(row)}`,
    ...columns.map(
      ([column, , ...comment]) => `comment on column bi.${name}.${column} is ${commentLiteral(comment)}`,
    ),
  ];
}

function commentLiteral([zh, en]: Comment): string {
  return `'${`${zh} / ${en}`.replaceAll("'", "''")}'`;
}

/**
 * Puts a tenant's text behind an operator that is not leakproof: conditions on it are then evaluated only on rows that
 * pass the policies. A comparison of a bare column would be evaluated earlier, by an index, and EXPLAIN ANALYZE would
 * count the matching rows of other tenants. The names of organisations and districts are public.
 */
export const tenantText = (sql: string): string => `${sql} || ''`;

/** The scope columns of the table or subquery `of`. */
export const scopeOf = (of: string): string =>
  ['organisation_id', 'agreement_id', 'station_id', 'purchaser_id', 'district_code']
    .map((column) => `${of}.${column}`)
    .join(', ');

/** Columns of the agreement, operator and station of a row; needs `agreementJoins`. */
export const agreementColumns = (of: string, agreementId = 'agreement_id'): Column[] => [
  ['agreement_id', `${of}.${agreementId}`, '协议编号', 'id of the agreement'],
  ['operator_id', `${of}.organisation_id`, '承接机构编号', 'id of the operator'],
  ['operator_name', 'o.name', '承接机构名称', 'name of the operator'],
  ['station_id', `${of}.station_id`, '社工站编号', 'id of the station'],
  ['station_name', tenantText('s.name'), '社工站名称', 'name of the station'],
  ['district_code', `${of}.district_code`, '区代码（GB/T 2260）', 'code of the district (GB/T 2260)'],
  ['district_name', 'd.name', '区名称', 'name of the district'],
];

/** The joins behind `agreementColumns`. */
export const agreementJoins = (of: string): string => `
  join core.station_access s on s.organisation_id = ${of}.organisation_id and s.station_id = ${of}.station_id
   and s.purchaser_id = ${of}.purchaser_id
  join core.organisation o on o.id = ${of}.organisation_id
  join core.district d on d.code = ${of}.district_code`;

/** Today in Guangzhou, regardless of the session's time zone. */
export const TODAY = `(now() at time zone 'Asia/Shanghai')::date`;

/** The first day of a day's month; via a timestamp without time zone, so that the session's time zone has no effect. */
export const monthOf = (day: string): string => `date_trunc('month', ${day}::timestamp)`;
