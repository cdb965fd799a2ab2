/** The list of problems in an annotated workbook. */
export const sheetAnnotation = {
  LISTED_SHEET: () => '工作表',
  LISTED_CELL: () => '单元格',
  LISTED_VALUE: () => '内容',
  LISTED_SEVERITY: () => '等级',
  LISTED_PROBLEM: () => '问题',
  LISTED_REMEDY: () => '处理办法',
  LISTED_AS_ERROR: () => '错误',
  LISTED_AS_WARNING: () => '提醒',
  LISTED_AS_NOTE: () => '说明',
  MEND_ERROR: () => '请在此文件中改正，保存后重新上传；不改正，此行不会写入。',
  LOOK_AT_WARNING: () => '请核对。无误则不必修改，此行照常写入。',
  NOTHING_TO_MEND: () => '不必处理。',
};
