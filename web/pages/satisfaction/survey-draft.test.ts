import type { SurveyLineFragment } from '../../generated/graphql';
import { draftOf, EMPTY_SURVEY, surveyOf } from './survey-draft';

const COUNTS = {
  ...EMPTY_SURVEY,
  method: 'EVENT',
  surveyedOn: '2024年6月1日',
  asked: '１，２００',
  answered: '1000',
  satisfied: '950',
} as const;

test('counts are read as people type them', () => {
  expect(surveyOf(COUNTS)).toEqual({
    content: {
      method: 'EVENT',
      surveyedOn: '2024-06-01',
      asked: 1200,
      answered: 1000,
      satisfied: 950,
      reportedPercent: null,
      note: null,
    },
    mistakes: [],
  });
});

test('a percent stays a text; what is no count is named at its field', () => {
  expect(surveyOf({ ...COUNTS, reportedPercent: '96.50' }).content.reportedPercent).toBe('96.50');
  const { mistakes } = surveyOf({ ...EMPTY_SURVEY, asked: '1.5', answered: '许多' });
  expect(mistakes.map(({ path }) => path.join('.'))).toEqual(['method', 'surveyedOn', 'asked', 'answered']);
});

test('a survey that is corrected begins with what it says', () => {
  const survey: SurveyLineFragment = {
    id: 's',
    method: 'EVENT' as const,
    surveyedOn: '2024-06-01',
    asked: 10,
    answered: 9,
    satisfied: 8,
    reportedPercent: null,
    note: null,
    recordedAt: '',
    recordedBy: '',
    voidedAt: null,
    voidedBy: null,
    voidReason: null,
    replacedBy: null,
  };
  expect(surveyOf(draftOf(survey)).content).toMatchObject({ asked: 10, answered: 9, satisfied: 8 });
});
