import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ask } from '../../api/ask';
import { type SurveyLineFragment, SurveysDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { satisfactionTexts } from '../../messages/satisfaction';
import { useMay } from '../../session/viewer';
import { Pending, Skeleton } from '../../ui/answered';
import { percentText } from '../../ui/decimals';
import { momentText } from '../../ui/moments';
import { TableFrame } from '../../ui/table-frame';
import { CorrectDialog, VoidDialog } from './survey-dialogs';

/** The surveys of an agreement, the latest day first, also those that were corrected or voided. */
export function Surveys({ agreement }: { readonly agreement: string }): ReactNode {
  const messages = satisfactionTexts();
  const { common } = texts();
  const mayRecord = useMay('satisfaction.record');
  const query = useInfiniteQuery({
    queryKey: [SurveysDocument.toString(), agreement],
    queryFn: async ({ pageParam: after }) => ask(SurveysDocument, { agreement, after }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ agreement: found }) =>
      found?.satisfactionSurveys.pageInfo.hasNextPage
        ? found.satisfactionSurveys.pageInfo.endCursor
        : undefined,
  });
  const pages = query.data?.pages.flatMap((page) => page.agreement?.satisfactionSurveys ?? []);
  const surveys = pages?.flatMap(({ nodes }) => nodes);
  return (
    <section className="section">
      <h2>{messages.list}</h2>
      {!surveys && <Pending query={query} skeleton={<Skeleton lines={3} />} />}
      {surveys?.length === 0 && <p className="soft">{mayRecord ? messages.emptyOperator : messages.empty}</p>}
      {surveys && surveys.length > 0 && <SurveyTable surveys={surveys} mayRecord={mayRecord} />}
      {query.hasNextPage && (
        <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
          {common.more}
        </button>
      )}
    </section>
  );
}

function SurveyTable({
  surveys,
  mayRecord,
}: {
  readonly surveys: readonly SurveyLineFragment[];
  readonly mayRecord: boolean;
}): ReactNode {
  const messages = satisfactionTexts();
  const [opened, setOpened] = useState<{ survey: SurveyLineFragment; step: 'correct' | 'void' }>();
  const close = (): void => {
    setOpened(undefined);
  };
  return (
    <TableFrame label={messages.list}>
      <table className="table cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{messages.surveyedOn}</th>
            <th scope="col">{messages.method}</th>
            <th scope="col">{messages.asked}</th>
            <th scope="col">{messages.answered}</th>
            <th scope="col">{messages.satisfied}</th>
            <th scope="col">{messages.reportedPercent}</th>
            <th scope="col">{messages.note}</th>
            <th scope="col">{messages.recorded}</th>
            {mayRecord && (
              <th scope="col" className="screen-only">
                {messages.actions}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {surveys.map((survey) => (
            <SurveyRow
              key={survey.id}
              survey={survey}
              onStep={
                mayRecord
                  ? (step) => {
                      setOpened({ survey, step });
                    }
                  : undefined
              }
            />
          ))}
        </tbody>
      </table>
      {opened?.step === 'correct' && <CorrectDialog survey={opened.survey} onClose={close} />}
      {opened?.step === 'void' && <VoidDialog survey={opened.survey} onClose={close} />}
    </TableFrame>
  );
}

function SurveyRow({
  survey,
  onStep,
}: {
  readonly survey: SurveyLineFragment;
  readonly onStep: ((step: 'correct' | 'void') => void) | undefined;
}): ReactNode {
  const messages = satisfactionTexts();
  const { common } = texts();
  const { voidedAt, voidedBy, voidReason, replacedBy, note } = survey;
  const why = replacedBy ? messages.replaced : messages.voided;
  return (
    <tr className={voidedAt === null ? undefined : 'void'}>
      <th scope="row">{survey.surveyedOn}</th>
      <td className="text" data-label={messages.method}>
        {messages.methods[survey.method]}
      </td>
      <td data-label={messages.asked}>{survey.asked ?? common.none}</td>
      <td data-label={messages.answered}>{survey.answered ?? common.none}</td>
      <td data-label={messages.satisfied}>{survey.satisfied ?? common.none}</td>
      <td data-label={messages.reportedPercent}>{percentText(survey.reportedPercent)}</td>
      <td className="text wrap survey-note" data-label={messages.note}>
        <span>
          {note}
          {voidedAt !== null && <span className="soft why">{why(voidedBy ?? '', voidReason ?? '')}</span>}
        </span>
      </td>
      <td className="text" data-label={messages.recorded}>
        {survey.recordedBy} {momentText(survey.recordedAt)}
      </td>
      {onStep && (
        <td className="text screen-only">
          {voidedAt === null && (
            <span className="row-steps">
              {(['correct', 'void'] as const).map((step) => (
                <button
                  key={step}
                  type="button"
                  className="button"
                  onClick={() => {
                    onStep(step);
                  }}
                >
                  {messages[step]}
                </button>
              ))}
            </span>
          )}
        </td>
      )}
    </tr>
  );
}
