import type { Translation } from '../translation';
import type { sheetReading as zh } from '../zh/sheet-reading';

export const sheetReading: Translation<typeof zh> = {
  FORM_NOT_RECOGNISED: () =>
    'Neither the figures by zone, nor a roster, nor a service log was recognised. Please keep the headings of the form and upload it again.',
  FORMS_MIXED: () => 'The file has more than one kind of form. Please upload them one by one.',
  CELL_NOT_A_NUMBER: ({ value }) => `"${value}" is not a number. Please enter a number.`,
  CELL_NOT_EXACT: ({ value }) =>
    `"${value}" has more than 15 digits, which spreadsheets do not keep. Please check it.`,
  CELL_HAS_UNIT: ({ value }) => `"${value}" has a unit. Please enter the number alone.`,
  CELL_NOT_A_DAY: ({ value }) => `"${value}" is not a valid day. Please write it like 2024-06-30.`,
  CELL_DAY_AMBIGUOUS: ({ value }) =>
    `"${value}" lacks its whole year and could be several days. Please write it like 2024-06-30.`,
  CELL_NOT_A_TICK: ({ value }) =>
    `"${value}" is not understood. Please enter a tick or a dash, or 0.5 for half a month.`,
  CELL_EMPTY: () =>
    'The cell is empty. Please enter "/" where there is no such target, 0 where nothing was done.',
  CELL_REQUIRED: ({ heading }) => `This row lacks: ${heading}.`,
  CELL_FORMULA_WITHOUT_VALUE: () =>
    'The cell has a formula whose result is not in the file. Please open and save it in Excel or WPS, or enter the number.',
  CELL_FORMULA_ERROR: ({ value }) => `The formula of this cell fails (${value}). Please mend it.`,
  INDICATOR_NOT_KNOWN: ({ name }) => `The catalogue has no indicator "${name}". Please check its name.`,
  ZONE_NOT_KNOWN: ({ name }) => `This agreement has no zone "${name}". Please check its name.`,
  POINT_NOT_KNOWN: ({ name }) => `This agreement has no point "${name}". Please check its name.`,
  PROJECT_NOT_KNOWN: ({ name }) => `This agreement has no project "${name}". Please check its name.`,
  NAME_AMBIGUOUS: ({ name }) => `"${name}" could be several of them. Please write the full name.`,
  MEASURE_NOT_KNOWN: ({ heading, indicator }) =>
    `"${indicator}" has no measure "${heading}". Please check the heading.`,
  MEASURE_NOT_COUNTED: ({ heading, indicator }) =>
    `"${heading}" is not counted of "${indicator}". Please remove the number.`,
  HEADING_NOT_KNOWN: ({ heading }) => `The heading "${heading}" is not known. The column was not read.`,
  HEADING_TWICE: ({ heading }) => `The heading "${heading}" is there twice. Please keep one column.`,
  COLUMN_MISSING: ({ heading }) => `There is no column "${heading}". Please add it.`,
  FIGURE_TWICE: ({ cell }) => `This figure is in ${cell} already. Please keep one of them.`,
  HIDDEN_ROW: () => 'The row is hidden and counts all the same. If it should not, please delete it.',
  HIDDEN_SHEET: () => 'The sheet is hidden and counts all the same. If it should not, please delete it.',
  HIDDEN_COLUMN: () => 'The column is hidden and counts all the same. If it should not, please delete it.',
  COVERED_BY_MERGE: () =>
    'A merged cell covers what is in this one: nobody sees it, and it was not read. If it is needed, please undo the merge; if not, delete it.',
  PROBLEM_LIST_IGNORED: () => 'The sheet is the list of problems that was added here, and was not read.',
  SUMS_COMPARED: () => 'This row has sums: they are compared with the other rows, and not written.',
  ROW_IGNORED: () => 'The row has no data of the form and was not read.',
  ROW_NOT_UNDERSTOOD: () =>
    'There is a number here, and nothing says what it counts. Please check its place and the headings.',
  TOTAL_DIFFERS: ({ given, expected }) =>
    `It says ${given}, the rows add up to ${expected}. Please check it.`,
  PERCENT_DIFFERS: ({ given, expected }) =>
    `The percentage says ${given}, target and completed make ${expected}. Please check it.`,
  SAME_AS_ROW: ({ row }) =>
    `It equals row ${row}. Please check whether it is entered twice; if it was two services, all is well.`,
  PERSON_ROWS_DIFFER: ({ no }) =>
    `This row and number ${no} are not the same person: name or contract differ. Please check them.`,
  PERSON_NOT_FOUND: ({ no }) => `There is nobody with number ${no}. Please check it.`,
  PERSON_TWICE: ({ no }) => `Number ${no} is given to somebody else already. Please check it.`,
  PRESENCE_TWICE: ({ month }) => `${month} is filled in both rows of this person. Please check it.`,
  PRESENCE_MISSING: ({ month }) => `${month} is not filled in. Please enter a tick or a dash.`,
  PRESENCE_DIFFERS: ({ month, given, expected }) =>
    `${month} says ${given}; by the days of contract and leaving it is ${expected}. Please check it.`,
  EXPERIENCE_NEEDS_DATE: ({ name, startsOn }) =>
    `The contract of ${name} begins on ${startsOn}, by which fewer months count as experienced. Please add the day on which the person began to practise.`,
  CONTRACT_NOT_READ: ({ value }) =>
    `The contract "${value}" is not understood. Please write it like 2024.05.01-2027.04.30, or leave its end open.`,
  CERTIFICATE_NOT_READ: ({ value }) =>
    `The certificate "${value}" is not understood. Please name one of the three levels.`,
};
