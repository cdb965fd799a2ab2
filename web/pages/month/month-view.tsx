import { type ReactNode, useState } from 'react';
import { useOperation } from '../../api/queries';
import { PageFrame } from '../../app/page-frame';
import { Remarks } from '../../forms/remarks';
import { MonthFiguresDocument, MonthSheetDocument } from '../../generated/graphql';
import { texts } from '../../messages';
import { reportingTexts } from '../../messages/reporting';
import { useAddress } from '../../place/at-place';
import { PlaceBar } from '../../place/place-bar';
import type { Place } from '../../place/places';
import { MonthBadge } from '../../reporting/month-badge';
import { AcceptDialog, HandInDialog, RecallDialog, SendBackDialog } from '../../reporting/month-dialogs';
import { MonthHistory } from '../../reporting/month-history';
import { lastDayIn, type MonthStep, stepsOf } from '../../reporting/month-status';
import { useViewer } from '../../session/viewer';
import { Answered, Pending, Skeleton } from '../../ui/answered';
import { today } from '../../ui/days';
import { MonthPicker } from '../../ui/month-picker';
import { monthText } from '../../ui/months';
import { PrintButton } from '../../ui/print-button';
import { type Agreement, begunOf, type ReportMonth, termOf } from './chosen';
import { DueDay } from './due-day';
import { LastWord } from './last-word';
import { MonthFacts } from './month-facts';
import { MonthTable } from './month-table';
import { SaidSections } from './said-sections';
import { Unusual } from './unusual-list';
import { unusualOf } from './unusual';

/** A month with what is unusual in it, its figures beside those before, and what was handed in. */
export function MonthView({
  agreement,
  month,
  place,
}: {
  readonly agreement: Agreement;
  readonly month: ReportMonth;
  readonly place: Place;
}): ReactNode {
  const { monthly } = reportingTexts();
  const { completion: completionTexts } = texts();
  const { may } = useViewer();
  const [step, setStep] = useState<MonthStep>();
  const term = termOf(agreement, month.month);
  const sheet = useOperation(
    MonthSheetDocument,
    { agreement: agreement.id, term: term?.id ?? '', month: month.month },
    { enabled: term !== undefined },
  );
  const figures = useOperation(MonthFiguresDocument, {
    agreement: agreement.id,
    month: month.month,
    id: month.id,
    withEvents: may.includes('month.events'),
    withRemarks: may.includes('remark.read'),
  });
  const completion = sheet.data?.agreement?.monthlyCompletion;
  const facts = figures.data?.agreement;
  const said = figures.data?.node;
  const events = (said && 'events' in said ? said.events : null) ?? [];
  const isRead = completion !== undefined || term === undefined;
  const unusual = facts && isRead ? unusualOf(month.month, completion, facts) : undefined;
  const steps = stepsOf(month, agreement, may, today());
  const close = (): void => {
    setStep(undefined);
  };
  return (
    <PageFrame
      title={monthly.one}
      about={<About agreement={agreement} month={month} place={place} />}
      tools={
        <>
          {steps.map((it) => (
            <button
              key={it}
              type="button"
              className={STEP_STYLES[it]}
              onClick={() => {
                setStep(it);
              }}
            >
              {monthly.step[it]}
            </button>
          ))}
          <PrintButton />
        </>
      }
    >
      <h2 className="print-only">
        {agreement.station.name} {monthText(month.month)}
      </h2>
      <MonthFacts month={month} lastDay={lastDayIn(month.month, agreement.endsOn)}>
        {may.includes('month.setDueDay') && <DueDay agreement={agreement} />}
      </MonthFacts>
      <LastWord month={month} steps={events} />
      {unusual ? <Unusual things={unusual} /> : <Pending query={figures} skeleton={<Skeleton lines={3} />} />}
      <section className="section">
        <h2>{monthly.figures}</h2>
        {term ? (
          <Answered query={sheet} skeleton={<Skeleton lines={8} />}>
            {(data) => data.agreement && <MonthTable sheet={data.agreement.monthlyCompletion} />}
          </Answered>
        ) : (
          <p className="soft">{monthly.noTerm}</p>
        )}
      </section>
      <Answered query={figures} skeleton={null}>
        {({ agreement: now, node }) =>
          now &&
          node &&
          'figures' in node && (
            <>
              <SaidSections month={month} said={node} now={now.staffing} />
              {node.events && node.events.length > 0 && (
                <section className="section">
                  <h2>{monthly.history}</h2>
                  <MonthHistory steps={node.events} />
                </section>
              )}
              {node.remarks && <Remarks subjectId={node.id} remarks={node.remarks} />}
            </>
          )
        }
      </Answered>
      <footer className="signatures print-only">
        {completionTexts.signatures.map((signature) => (
          <span key={signature}>{signature}</span>
        ))}
      </footer>
      {step === 'HAND_IN' && (
        <HandInDialog agreement={agreement.id} month={month.month} onClose={close}>
          {unusual && unusual.length > 0 && <p className="notice">{monthly.unusualCount(unusual.length)}</p>}
          {unusual && unusual.length > 0 && (
            <ul className="unusual">
              {unusual.map((it) => (
                <li key={it}>{it}</li>
              ))}
            </ul>
          )}
        </HandInDialog>
      )}
      {step === 'RECALL' && <RecallDialog id={month.id} onClose={close} />}
      {step === 'ACCEPT' && <AcceptDialog ids={[month.id]} onDone={close} onClose={close} />}
      {step === 'SEND_BACK' && <SendBackDialog id={month.id} onClose={close} />}
    </PageFrame>
  );
}

const STEP_STYLES: Readonly<Record<MonthStep, string>> = {
  HAND_IN: 'button primary',
  RECALL: 'button',
  ACCEPT: 'button primary',
  SEND_BACK: 'button danger',
};

function About({
  agreement,
  month,
  place,
}: {
  readonly agreement: Agreement;
  readonly month: ReportMonth;
  readonly place: Place;
}): ReactNode {
  const { monthly } = reportingTexts();
  const [, change] = useAddress();
  const begun = begunOf(agreement, today());
  return (
    <>
      <PlaceBar head={agreement} place={place} isWhole />
      <MonthPicker
        label={monthly.month}
        month={month.month}
        bounds={{ from: begun[0]?.month ?? month.month, to: begun[begun.length - 1]?.month ?? month.month }}
        onChange={(chosen) => {
          change({ month: chosen });
        }}
      />
      <MonthBadge month={month} />
    </>
  );
}
