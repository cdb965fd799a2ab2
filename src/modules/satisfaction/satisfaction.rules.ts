import { exact, percentOf, twoDecimals } from '../../platform/decimal';
import { InputRules, MAX_NOTE } from '../../platform/input-rules';
import type { CorrectSatisfactionInput, RecordSatisfactionInput } from './satisfaction.input';
import { SatisfactionMethod } from './satisfaction.enums';

const MAX_CLIENTS = '1000000';

/** The methods that "every method" refers to; a survey over all methods belongs to none. */
const METHODS = [SatisfactionMethod.CASEWORK, SatisfactionMethod.GROUPWORK, SatisfactionMethod.EVENT];

/** Sums over the surveys of one method. */
export interface MethodSums {
  method: SatisfactionMethod;
  surveys: number;
  /** Sums over the surveys with counts. */
  asked: string;
  answered: string;
  satisfied: string;
  /** The latest reported percent of surveys without counts. */
  reportedPercent: string | null;
}

interface Counts {
  surveys: number;
  asked: number;
  answered: number;
  satisfied: number;
}

export interface MethodSatisfaction extends Counts {
  method: SatisfactionMethod;
  percent: string | null;
  isReported: boolean;
  reachesThreshold: boolean | null;
}

export interface SatisfactionReport extends Counts {
  threshold: string;
  methods: MethodSatisfaction[];
  percent: string | null;
  isReported: boolean;
  everyMethodReaches: boolean | null;
  clientsReach: boolean | null;
  methodsNotSurveyed: SatisfactionMethod[];
}

/** Satisfied / answered; without counts, the reported percent. */
interface Share {
  answered: string;
  satisfied: string;
  reportedPercent: string | null;
}

/** Satisfaction by method and overall, compared with a threshold on exact shares. */
export function satisfactionReport(sums: readonly MethodSums[], threshold: string): SatisfactionReport {
  const of = (method: SatisfactionMethod): MethodSums =>
    sums.find((row) => row.method === method) ?? { method, ...NO_SURVEYS };
  const all = sums.reduce<Counts>((total, row) => sumOf(total, countsOf(row)), countsOf(NO_SURVEYS));
  const overall: Share = {
    answered: String(all.answered),
    satisfied: String(all.satisfied),
    reportedPercent: of(SatisfactionMethod.OVERALL).reportedPercent,
  };
  const rows = Object.values(SatisfactionMethod).map((method) => {
    const row = of(method);
    return { method, ...countsOf(row), ...outcomeOf(row, threshold) };
  });
  const methods = rows.filter(({ method }) => METHODS.includes(method));
  const verdicts = methods.map(({ reachesThreshold }) => reachesThreshold).filter((one) => one !== null);
  const { reachesThreshold, ...share } = outcomeOf(overall, threshold);
  return {
    ...all,
    ...share,
    threshold: twoDecimals(threshold),
    methods: rows,
    everyMethodReaches: verdicts.length === 0 ? null : verdicts.every(Boolean),
    clientsReach: reachesThreshold,
    methodsNotSurveyed: methods.filter(({ percent }) => percent === null).map(({ method }) => method),
  };
}

const NO_SURVEYS = { surveys: 0, asked: '0', answered: '0', satisfied: '0', reportedPercent: null };

function countsOf(row: Omit<MethodSums, 'method'>): Counts {
  const { surveys, asked, answered, satisfied } = row;
  return { surveys, asked: Number(asked), answered: Number(answered), satisfied: Number(satisfied) };
}

function sumOf(one: Counts, other: Counts): Counts {
  return {
    surveys: one.surveys + other.surveys,
    asked: one.asked + other.asked,
    answered: one.answered + other.answered,
    satisfied: one.satisfied + other.satisfied,
  };
}

/** Counts take precedence over a reported percent; without either the result is null. */
function outcomeOf(
  { answered, satisfied, reportedPercent }: Share,
  threshold: string,
): Pick<MethodSatisfaction, 'percent' | 'isReported' | 'reachesThreshold'> {
  if (!exact(answered).eq(0)) {
    return {
      percent: percentOf(satisfied, answered),
      isReported: false,
      // Compares the exact share: 84.999 % is shown as 85.00 and is less than 85.
      reachesThreshold: exact(satisfied).times(100).gte(exact(answered).times(threshold)),
    };
  }
  if (reportedPercent === null) return { percent: null, isReported: false, reachesThreshold: null };
  return {
    percent: twoDecimals(reportedPercent),
    isReported: true,
    reachesThreshold: exact(reportedPercent).gte(threshold),
  };
}

type Content = Omit<RecordSatisfactionInput | CorrectSatisfactionInput, 'agreementId' | 'id'>;

/** Validates a survey: consistent counts or a percent, a day not in the future, and a note; `before` is the stored note. */
export function checkSurvey(
  content: Content,
  startsOn: string,
  today: string,
  before: string | null = null,
): InputRules {
  const rules = new InputRules();
  const { surveyedOn, reportedPercent, note } = content;
  if (surveyedOn > today) {
    rules.add('DAY_IN_FUTURE', ['surveyedOn']);
  } else if (rules.day(surveyedOn, ['surveyedOn']) && surveyedOn < startsOn) {
    rules.add('DAY_TOO_EARLY', ['surveyedOn'], { earliest: startsOn, startsOn });
  }
  checkCounts(rules, content);
  if (reportedPercent != null) rules.amount(reportedPercent, ['reportedPercent'], '100', 2);
  if (note != null) rules.prose(note, ['note'], MAX_NOTE, before);
  return rules;
}

function checkCounts(rules: InputRules, content: Content): void {
  const counts = (['asked', 'answered', 'satisfied'] as const).map((name) => ({
    name,
    count: content[name] ?? null,
  }));
  const isCounted = counts.some(({ count }) => count !== null);
  if (isCounted === (content.reportedPercent != null)) {
    rules.add('COUNTS_OR_PERCENT', [isCounted ? 'reportedPercent' : 'asked']);
  }
  if (!isCounted) return;
  for (const { name, count } of counts) {
    if (count !== null) rules.amount(String(count), [name], MAX_CLIENTS, 0);
    else rules.add('COUNT_MISSING', [name]);
  }
  const [asked, answered, satisfied] = counts.map(({ count }) => count);
  if (asked != null && answered != null && answered > asked) {
    rules.add('ANSWERED_ABOVE_ASKED', ['answered']);
  }
  if (answered != null && satisfied != null && satisfied > answered) {
    rules.add('SATISFIED_ABOVE_ANSWERED', ['satisfied']);
  }
}
