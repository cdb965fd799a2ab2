import { type MessageArgs, type MessageCode, textOf } from '.';
import { zh } from './zh';

type WithArgs = { [Code in MessageCode]: MessageArgs<Code> extends [] ? never : Code }[MessageCode];

const MEASURE = { code: 'PEOPLE', name: '人次' };
const INDICATOR = {
  nameZh: '个案服务',
  nameEn: 'Casework',
  measures: [MEASURE, { code: 'CASES', name: '个案' }],
};
const DAYS = { first: '2024-01-01', last: '2024-12-31' };
const CATEGORIES = Array.from({ length: 13 }, (_, index) => `category ${index + 1}`);

/** Arguments for every text that takes some, several where they choose between wordings. */
const SAMPLES: { [Code in WithArgs]: MessageArgs<Code>[0][] } = {
  TEXT_TOO_LONG: [{ most: 100 }],
  PERIOD_OUTSIDE_TERMS: [{ from: '2024-01-01', to: '2024-12-31' }],
  TARGET_IS_BY_PARTS: [{ sum: '10', given: '12' }],
  TARGET_PROPOSED: [{ day: '2024-06-01' }],
  TARGET_PROPOSED_OTHERWISE: [{ day: '2024-06-01', value: '12' }],
  TARGETS_NOT_IN_FORM: [{ count: 3 }],
  TARGETS_BECOME_AMENDMENT: [{ day: '2024-06-01' }],
  TARGETS_IMPORTED: [{ day: '2024-06-01' }],
  PERSON_AMBIGUOUS: [{ name: 'A', day: '2024-06-01' }],
  CERTIFICATE_DAY_MISSING: [{ name: 'A' }],
  SAME_NAME_OTHER_DAY: [{ day: '2024-06-01' }],
  KIND_ON_RECORD: [{ kind: 'A' }],
  PRESENCE_ON_RECORD: [{ month: '2024-06', given: '1', expected: '0' }],
  PAY_ON_RECORD: [{ month: '2024-06' }],
  PERSON_NOT_IN_FORM: [{ name: 'A' }],
  ROSTER_OF_OTHER_DAYS: [{ startsOn: '2024-01-01', endsOn: '2024-12-31' }],
  CELL_NOT_A_NUMBER: [{ value: 'A' }],
  CELL_NOT_EXACT: [{ value: 'A' }],
  IMPORT_EXPIRED: [{ on: '2024-06-30' }],
  NOT_A_PRINTED_FIGURE: [{ value: 'A' }],
  CELL_HAS_UNIT: [{ value: 'A' }],
  CELL_NOT_A_DAY: [{ value: 'A' }],
  CELL_DAY_AMBIGUOUS: [{ value: 'A' }],
  CELL_NOT_A_TICK: [{ value: 'A' }],
  CELL_FORMULA_ERROR: [{ value: 'A' }],
  CONTRACT_NOT_READ: [{ value: 'A' }],
  CERTIFICATE_NOT_READ: [{ value: 'A' }],
  INDICATOR_NOT_KNOWN: [{ name: 'A' }],
  ZONE_NOT_KNOWN: [{ name: 'A' }],
  POINT_NOT_KNOWN: [{ name: 'A' }],
  PROJECT_NOT_KNOWN: [{ name: 'A' }],
  NAME_AMBIGUOUS: [{ name: 'A' }],
  HEADING_NOT_KNOWN: [{ heading: 'A' }],
  HEADING_TWICE: [{ heading: 'A' }],
  COLUMN_MISSING: [{ heading: 'A' }],
  CELL_REQUIRED: [{ heading: 'A' }],
  MEASURE_NOT_KNOWN: [{ heading: 'A', indicator: 'B' }],
  MEASURE_NOT_COUNTED: [{ heading: 'A', indicator: 'B' }],
  TOTAL_DIFFERS: [{ given: '1', expected: '2' }],
  PERCENT_DIFFERS: [{ given: '1', expected: '2' }],
  PERSON_ROWS_DIFFER: [{ no: '14' }],
  PERSON_NOT_FOUND: [{ no: '14' }],
  PERSON_TWICE: [{ no: '14' }],
  PRESENCE_TWICE: [{ month: '2024-05' }],
  PRESENCE_MISSING: [{ month: '2024-05' }],
  FIGURE_TWICE: [{ cell: 'D9' }],
  SAME_AS_ROW: [{ row: 3 }],
  ALREADY_RECORDED: [{ by: 'A' }],
  ALREADY_IMPORTED: [{ by: 'A' }],
  SIMILAR_ROW_IMPORTED: [{ by: 'A' }],
  CHANGED_ROW_OF_OTHER: [{ by: 'A' }],
  ROWS_GONE: [{ rows: 3 }],
  FAULTY_ROWS: [{ rows: 3 }],
  PRESENCE_DIFFERS: [{ month: '2024-05', given: '1', expected: '0.5' }],
  EXPERIENCE_NEEDS_DATE: [{ name: 'A', startsOn: '2024-07-08' }],
  FILE_TOO_LARGE: [{ megabytes: 10 }],
  FILE_HAS_TOO_MANY_SHEETS: [{ sheets: 21, most: 20 }],
  FILE_HAS_TOO_MANY_ROWS: [{ sheet: 'A', most: 20_000 }],
  FILE_HAS_TOO_MANY_COLUMNS: [{ sheet: 'A', most: 256 }],
  TOO_LARGE: [{ most: '100' }],
  TOO_MANY_DECIMALS: [{ places: 0 }, { places: 2 }],
  TOO_FEW: [{ least: 1 }],
  TOO_MANY: [
    { most: 500, inTotal: false },
    { most: 50, inTotal: true },
  ],
  DUPLICATE_NAME: [{ name: 'A' }],
  DAY_OUT_OF_RANGE: [DAYS],
  NAME_HOLDS_SINCE: [{ since: '2024-01-01' }],
  DAY_TOO_EARLY: [{ earliest: '2023-01-01', startsOn: '2024-01-01' }],
  OUTSIDE_AGREEMENT: [DAYS, { first: 2024, last: 2026 }],
  STATION_NOT_FOUND: [{ inRegistration: true }, { inRegistration: false }],
  PASSWORD_TOO_LONG: [{ most: 200 }],
  PASSWORD_TOO_SHORT: [{ least: 12 }],
  TERMS_LEAVE_GAP: [DAYS],
  PART_CLOSED: [{ name: 'A' }],
  OUTSIDE_CYCLE: [DAYS],
  CYCLE_YEAR_OUT_OF_RANGE: [{ years: 3 }],
  FEE_RAISED: [{ firstFee: '2400000.00' }],
  RENEWAL_TOO_EARLY: [{ endsOn: '2024-12-31' }],
  SAME_VALUE_AND_DAY: [
    { field: 'annualFee', subject: null },
    { field: 'zone', subject: 'A' },
  ],
  FIGURES_AFTER_END: [{ records: 1, assessments: 0 }],
  MONTHS_AFTER_END: [{ months: 1 }],
  VOID_WITH_MONTHS: [{ months: 2 }],
  AMENDMENT_NEEDS_BUREAU: [{ month: '2024-05' }],
  MONTH_CLOSED: ['HANDED_IN', 'ACCEPTED'].map((state) => ({
    month: '2024-05',
    state,
    since: '2024-06-03',
    by: 'A',
  })),
  MONTH_NOT_OVER: [{ last: '2024-05-31' }],
  DUE_DAY_OUT_OF_RANGE: [{ most: 28 }],
  TARGETS_AFTER_CLOSING: [{ term: 'A' }],
  RECORDS_AFTER_CLOSING: [{ name: 'A', records: 2 }],
  DUE_BELOW_RECEIVED: ['SIGNING', 'MIDTERM_QUALIFIED', 'FINAL_QUALIFIED'].map((condition) => ({
    condition,
    due: '80.00',
    received: '90.00',
  })),
  TARGET_AFTER_TERM: [{ endsOn: '2024-12-31' }],
  TASK_AGREEMENT: [DAYS],
  TASK_AMENDMENT: [{ since: '2024-07-01' }],
  TASK_ASSESSMENT: [{ kind: 'MIDTERM' }, { kind: 'FINAL' }],
  TASK_INSTALMENT: [{ condition: 'SIGNING' }],
  NOT_PROPOSED: ['PROPOSED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN', 'VOID'].map((state) => ({ state })),
  STALE_PROPOSAL: [{ revision: 2 }],
  VOID_WITH_FIGURES: [
    {
      receipts: 1,
      payments: 0,
      expenditures: 2,
      assessments: 1,
      named: [
        { kind: 'receipt', day: '2024-02-01', what: null, amount: '1.00' },
        { kind: 'expenditure', day: '2024-02-01', what: 'A', amount: '1.00' },
        { kind: 'assessment', day: '2024-02-01', what: null, amount: null },
      ],
    },
  ],
  AGREEMENT_TOO_LONG: [{ years: 6 }],
  TERM_OUTSIDE_AGREEMENT: [DAYS],
  SHARES_NOT_WHOLE: [{ sum: '0.9' }],
  UNKNOWN_INDICATOR: [{ code: 'X' }],
  UNKNOWN_MEASURE: [{ code: 'X', indicator: INDICATOR }],
  MEASURE_OF_OTHER_INDICATOR: [{ code: 'X', indicator: INDICATOR }],
  MEASURE_TWICE: [{ measure: MEASURE }],
  NEGATIVE_QUANTITY: [{ measure: MEASURE }],
  QUANTITY_TOO_LARGE: [{ measure: MEASURE }],
  DAY_OUTSIDE_TERMS: [{ terms: [{ startsOn: '2024-01-01', endsOn: '2024-12-31' }] }],
  STALE_REVISION: [{ revision: 2 }],
  KEYS_DO_NOT_MATCH: [{ records: 2 }],
  LOOKS_RECORDED_TWICE: [{ by: 'A' }],
  MONTH_OUTSIDE_AGREEMENT: [{ first: '2024-01', last: '2024-12' }],
  CATEGORY_TWICE: [{ category: 'A' }],
  STALE_BUDGET: [{ version: 2 }],
  RECEIPT_ABOVE_DUE: [{ due: '100.00' }],
  UNKNOWN_CATEGORY: [{ category: 'A', categories: CATEGORIES }],
  RESERVED_CATEGORY: [{ category: 'A' }],
  YEAR_OUT_OF_RANGE: [{ first: 2023, last: 2029 }],
  DAY_OUTSIDE_FISCAL_YEAR: [{ fiscalYear: 2024 }],
  RECEIVED_BEFORE_RELEASE: [{ money: '100.00' }],
  RECEIVED_ABOVE_DUE: [{ money: '100.00' }],
  RECEIVED_AFTER_END: [{ money: '100.00', endsOn: '2024-12-31' }],
  BUDGET_ABOVE_FEE: [{ money: '100.00' }],
  SOURCES_NOT_FEE: [{ money: '100.00' }],
  SPENT_WITHOUT_BUDGET: [{ money: '100.00', category: 'A' }],
  SPENT_ABOVE_BUDGET: [{ money: '100.00', category: 'A' }],
  SPENT_ABOVE_FEE: [{ money: '100.00' }],
  SPENT_OUTSIDE_AGREEMENT: [{ money: '100.00', startsOn: '2024-01-01', endsOn: '2024-12-31' }],
  PAID_ABOVE_BUDGET: [{ money: '100.00', fiscalYear: 2024 }],
  SCORE_ABOVE_MAXIMUM: [{ maximum: '20' }],
  ASSESSMENT_NOT_OVER: [{ last: '2024-06-30' }],
  ONSITE_TOO_EARLY: [{ from: '2024-01-01' }],
  PAPER_TOO_EARLY: [{ from: '2024-07-30' }],
  SUB_SCORES_MISSING: [{ names: 'A' }],
  SUB_SCORES_DO_NOT_ADD_UP: [{ sum: '19', score: '20' }],
  STALE_SCHEME: [{ version: 2 }],
  MAXIMA_NOT_WHOLE: [{ sum: '99', whole: '100' }],
  ITEMS_NOT_MAXIMUM: [{ sum: '19', maximum: '20' }],
  NOT_A_COUNTERPART: [{ needed: 'operator' }, { needed: 'assessor' }],
  WEIGHTS_DO_NOT_ADD_UP: [
    { of: 'groups', sum: '90', whole: '100' },
    { of: 'items', sum: '20', whole: '30' },
  ],
  REVISION_CHANGED: [{ revision: 2 }],
  PAGE_SIZE_OUT_OF_RANGE: [{ most: 100 }],
  ARGUMENT_OUT_OF_RANGE: [{ name: 'from', ...DAYS }],
  ON_IN_FUTURE: [{ today: '2024-06-30' }],
  RANGE_TOO_LONG: [{ months: 120 }],
  RANGE_OUTSIDE: [
    { of: 'term', ...DAYS },
    { of: 'agreement', ...DAYS },
  ],
  FILTER_TOO_LONG: [{ most: 1000 }],
  FILTER_TEXT_TOO_LONG: [{ name: 'nameContains', most: 200 }],
  UNKNOWN_CODE: [{ code: 'X', from: ['districts', 'indicators'] }],
  THRESHOLD_OUT_OF_RANGE: [
    { most: '100', places: null },
    { most: '100', places: 2 },
  ],
  INVALID_DAY: [{ name: 'from' }],
  INVALID_FLAG: [{ name: 'bom' }],
  PARAMETER_MISSING: [{ name: 'agreement' }],
  UNKNOWN_PARAMETER: [{ name: 'form', known: ['from', 'to'] }],
  REPEATED_PARAMETER: [{ name: 'from' }],
  ID_NOT_FOUND: [{ id: 'x' }],
  TOO_MANY_FAILED_SIGN_INS: [{ seconds: 60 }],
  TOO_MANY_RESETS: [{ seconds: 60 }],
  RESET_NOT_YET: [{ from: '2024-06-05T00:00:00.000Z' }],
  RESET_TOO_LATE: [{ days: 7 }],
  MAIL_RESET_TEXT: [{ hours: 24 }],
  MAIL_DIGEST_SUBJECT: [{ count: 2 }],
  MAIL_TASK_HAND_IN_MONTH: [{ month: '2024-05' }],
  MAIL_TASK_ACCEPT_MONTH: [{ month: '2024-05' }],
  MAIL_TASK_MONTH_SENT_BACK: [{ month: '2024-05' }],
  MAIL_TASK_DUE: [{ day: '2024-06-05' }],
  MAIL_MONTH_HANDED_IN: [{ station: 'A', month: '2024-05' }],
  MAIL_MONTH_SENT_BACK: [{ station: 'A', month: '2024-05' }],
  MAIL_AGREEMENT_PROPOSED: [{ station: 'A' }],
  MAIL_AGREEMENT_DECLINED: [{ station: 'A' }],
  MAIL_AMENDMENT_PROPOSED: [{ station: 'A' }],
  MAIL_AMENDMENT_DECLINED: [{ station: 'A' }],
  MAIL_ASSESSMENT_OPENED: [{ station: 'A' }],
  MAIL_CONCERN_RAISED: [{ station: 'A' }],
  MAIL_CONCERN_ANSWERED: [{ station: 'A' }],
  MAIL_RESPONSE_SENT_BACK: [{ station: 'A' }],
  COST_BUDGET_SPENT: [{ seconds: 60 }],
  TOO_MANY_OWN_EXPORTS: [{ most: 2 }],
  INTERNAL_ERROR: [{ requestId: 'b5b5e6f6' }],
  OPERATION_TOO_DEEP: [{ limit: 12 }],
  OPERATION_TOO_LARGE: [{ limit: 500 }],
  TOO_MANY_ALIASES: [{ limit: 50 }],
  TOO_MANY_DIRECTIVES: [{ limit: 50 }],
  OPERATION_TOO_COSTLY: [{ cost: 12_000, limit: 10_000 }],
  METHOD_NOT_ALLOWED: [{ allowed: 'GET, HEAD' }],
  BODY_TOO_LARGE: [{ size: '1 MB' }],
  TYPE_NOT_ACCEPTED: [{ type: 'text/csv' }],
};

const CODES = Object.keys(zh) as MessageCode[];

/** Arguments that choose between wordings and are not shown. */
const CHOICES = new Set(['of', 'needed', 'places', 'state', 'field', 'condition', 'kind']);

/** What tasks are about, and the headings of a list, are names; all other texts are sentences. */
const isName = (code: MessageCode): boolean => /^(?:TASK|LISTED)_/.test(code);

function samplesOf(code: MessageCode): readonly object[] {
  return (SAMPLES as Partial<Record<MessageCode, readonly object[]>>)[code] ?? [{}];
}

test.each(CODES)('%s has a text in both languages, which shows its arguments', (code) => {
  const texts = samplesOf(code).flatMap((sample) => {
    const given = { code, args: [sample] };
    const [chinese, english] = [textOf(given, 'zh'), textOf(given, 'en')];
    expect(chinese).toMatch(isName(code) ? /\p{Script=Han}$/su : /\p{Script=Han}.*(?:。|：[\w-]+)$/su);
    expect(english).toMatch(isName(code) ? /^[A-Z][ -~]*\w$/ : /^[A-Z0-9"a-z][ -~…]*(?:\.|: [\w-]+)$/);
    for (const [name, value] of Object.entries(sample)) {
      if (!['string', 'number'].includes(typeof value) || CHOICES.has(name)) continue;
      for (const text of [chinese, english]) expect(text).toContain(String(value));
    }
    return [chinese, english];
  });
  expect(texts.join()).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
  expect(new Set(texts).size).toBe(texts.length);
});

test('lists in a text are cut after twelve entries', () => {
  const text = textOf({ code: 'UNKNOWN_CATEGORY', args: SAMPLES.UNKNOWN_CATEGORY }, 'en');
  expect(text).toContain('category 11, category 12 ….');
  expect(text).not.toContain('category 13');
});
