/** What is wrong, or worth knowing, at a cell of a spreadsheet. */
export const sheetReading = {
  FORM_NOT_RECOGNISED: () =>
    '没有识别出附件1、附件2或服务记录表。请保留表头（如“协议量、完成量、百分比”，“姓名、人员到位”，“日期、指标”）后重新上传。',
  FORMS_MIXED: () => '文件中有不止一种表，请把附件1、附件2和服务记录表分开上传。',
  CELL_NOT_A_NUMBER: ({ value }: { value: string }) => `“${value}”不是数字，请改为数字。`,
  CELL_NOT_EXACT: ({ value }: { value: string }) =>
    `“${value}”超过 15 位数字，表格软件不能准确保存，请核对。`,
  CELL_HAS_UNIT: ({ value }: { value: string }) => `“${value}”带有单位，请只填数字。`,
  CELL_NOT_A_DAY: ({ value }: { value: string }) => `“${value}”不是有效日期，请填写如 2024-06-30。`,
  CELL_DAY_AMBIGUOUS: ({ value }: { value: string }) =>
    `“${value}”没有完整的年份，可能是不同的日期，请填写如 2024-06-30。`,
  CELL_NOT_A_TICK: ({ value }: { value: string }) =>
    `“${value}”无法识别，在岗或已办请填“√”，否则填“——”，半月填 0.5。`,
  CELL_EMPTY: () => '此格为空。没有此项指标请填“/”，未开展请填 0。',
  CELL_REQUIRED: ({ heading }: { heading: string }) => `此行没有填写${heading}，请补充。`,
  CELL_FORMULA_WITHOUT_VALUE: () =>
    '此格是公式，文件中没有计算结果。请用 Excel 或 WPS 打开，保存后重新上传，或改为数字。',
  CELL_FORMULA_ERROR: ({ value }: { value: string }) => `此格的公式出错（${value}），请改正。`,
  INDICATOR_NOT_KNOWN: ({ name }: { name: string }) => `指标目录中没有“${name}”，请核对名称。`,
  ZONE_NOT_KNOWN: ({ name }: { name: string }) => `本协议没有片区“${name}”，请核对名称。`,
  POINT_NOT_KNOWN: ({ name }: { name: string }) => `本协议没有社工点“${name}”，请核对名称。`,
  PROJECT_NOT_KNOWN: ({ name }: { name: string }) => `本协议没有项目“${name}”，请核对名称。`,
  NAME_AMBIGUOUS: ({ name }: { name: string }) => `“${name}”对应不止一个名称，请填写全称。`,
  MEASURE_NOT_KNOWN: ({ heading, indicator }: { heading: string; indicator: string }) =>
    `“${indicator}”没有“${heading}”这一项，请核对表头。`,
  MEASURE_NOT_COUNTED: ({ heading, indicator }: { heading: string; indicator: string }) =>
    `“${indicator}”不统计${heading}，请删去此数。`,
  HEADING_NOT_KNOWN: ({ heading }: { heading: string }) => `不认识表头“${heading}”，此列没有读取。`,
  HEADING_TWICE: ({ heading }: { heading: string }) => `表头“${heading}”出现了两次，请只保留一列。`,
  COLUMN_MISSING: ({ heading }: { heading: string }) => `没有“${heading}”一列，请补充。`,
  FIGURE_TWICE: ({ cell }: { cell: string }) => `此项在 ${cell} 已填过，请只保留一处。`,
  HIDDEN_ROW: () => '此行被隐藏，仍会计入。如不应计入，请删除此行。',
  HIDDEN_SHEET: () => '此表被隐藏，仍会计入。如不应计入，请删除此表。',
  HIDDEN_COLUMN: () => '此列被隐藏，仍会计入。如不应计入，请删除此列。',
  COVERED_BY_MERGE: () =>
    '此格的内容被合并单元格遮住，看不到，没有读取。如需要，请取消合并；如不需要，请删除。',
  PROBLEM_LIST_IGNORED: () => '此表是系统标注的问题清单，没有读取。',
  SUMS_COMPARED: () => '此行是合计，只与各行核对，不写入。',
  ROW_IGNORED: () => '此行不是表中的数据，没有读取。',
  ROW_NOT_UNDERSTOOD: () => '此处有数字，但看不出属于哪一项，请核对位置和表头。',
  TOTAL_DIFFERS: ({ given, expected }: { given: string; expected: string }) =>
    `此处填 ${given}，按各行相加为 ${expected}，请核对。`,
  PERCENT_DIFFERS: ({ given, expected }: { given: string; expected: string }) =>
    `百分比填 ${given}，按协议量和完成量计算为 ${expected}，请核对。`,
  SAME_AS_ROW: ({ row }: { row: number }) =>
    `与第 ${row} 行完全相同，请核对是否重复；确是两次服务则不必处理。`,
  PERSON_ROWS_DIFFER: ({ no }: { no: string }) =>
    `此行与序号 ${no} 不是同一人（姓名或合同期限不同），请核对。`,
  PERSON_NOT_FOUND: ({ no }: { no: string }) => `没有序号 ${no} 的人员，请核对。`,
  PERSON_TWICE: ({ no }: { no: string }) => `序号 ${no} 已用于另一人，请核对。`,
  PRESENCE_TWICE: ({ month }: { month: string }) => `${month} 在此人的两行中都已填写，请核对。`,
  PRESENCE_MISSING: ({ month }: { month: string }) => `${month} 没有填写，在岗填“√”，不在岗填“——”。`,
  PRESENCE_DIFFERS: ({ month, given, expected }: { month: string; given: string; expected: string }) =>
    `${month} 填 ${given}，按合同和离职日期应为 ${expected}，请核对。`,
  EXPERIENCE_NEEDS_DATE: ({ name, startsOn }: { name: string; startsOn: string }) =>
    `${name}的合同自 ${startsOn} 起，按此计为从业两年以上的月数较少，请另填从业起始日。`,
  CONTRACT_NOT_READ: ({ value }: { value: string }) =>
    `合同期限“${value}”无法识别，请填写如 2024.05.01-2027.04.30 或 2024.05.01-无固定期限。`,
  CERTIFICATE_NOT_READ: ({ value }: { value: string }) =>
    `资格证“${value}”无法识别，请填写助理社会工作师、社会工作师或高级社会工作师。`,
};
