/** What the list of problems in an annotated workbook is called: when the workbook is mended and uploaded again, it is no part of it. */
export const PROBLEM_LIST = '问题清单';
