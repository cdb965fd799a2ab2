import { type Language, message, textOf } from '../../../messages';
import type { Annotation } from '../../../platform/sheets';
import type { Severity, SheetFault } from '../reading/fault';
import { PROBLEM_LIST } from '../reading/problem-list';

/** Of the cells, worst first: none that people are likely to choose themselves. */
const COLOURS: Record<Severity, string> = { ERROR: 'FFC7CF', WARNING: 'FFEB9D', NOTE: 'DDEBF8' };

const SEVERITIES = {
  ERROR: [message('LISTED_AS_ERROR'), message('MEND_ERROR')],
  WARNING: [message('LISTED_AS_WARNING'), message('LOOK_AT_WARNING')],
  NOTE: [message('LISTED_AS_NOTE'), message('NOTHING_TO_MEND')],
} as const;
const HEADINGS = [
  message('LISTED_SHEET'),
  message('LISTED_CELL'),
  message('LISTED_VALUE'),
  message('LISTED_SEVERITY'),
  message('LISTED_PROBLEM'),
  message('LISTED_REMEDY'),
];

/** The faults of a file as remarks at its cells, in the words of the reader. */
export function annotationOf(faults: readonly SheetFault[], language: Language): Annotation {
  return {
    author: '社工站服务平台',
    colours: Object.values(COLOURS),
    remarks: faults.map((fault) => {
      const { severity, sheet, cell, value } = fault;
      const text = textOf(fault, language);
      const [level, remedy] = SEVERITIES[severity];
      const listed = [value ?? '', textOf(level, language), text, textOf(remedy, language)];
      return { sheet, cell, colour: COLOURS[severity], text, listed };
    }),
    list: {
      name: PROBLEM_LIST,
      headings: HEADINGS.map((heading) => textOf(heading, language)),
      widths: [16, 10, 24, 10, 60, 40],
    },
  };
}
