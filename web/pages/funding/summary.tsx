import { Fragment, type ReactNode } from 'react';
import type { FundingSheetFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { Bullet } from '../../ui/bullet';
import { compareDecimals, type Decimal, moneyText, percentText } from '../../ui/decimals';
import { shareOf } from './share-of';

/** The fee, and what of it has come and gone, against the time that has passed. */
export function Summary({ report }: { readonly report: FundingSheetFragment }): ReactNode {
  const { funding: messages } = texts();
  const { annualFee, timeProgressPercent: time } = report;
  const facts = [
    [messages.fee, annualFee],
    [messages.outstanding, report.outstanding],
    [messages.overdue, report.overdue],
    [messages.balance, report.balance],
    ...report.sources.map(({ level, amount }) => [messages.source(messages.levels[level]), amount] as const),
  ] as const;
  return (
    <section className="section">
      {report.warnings.length > 0 && (
        <ul className="notice money-warnings">
          {report.warnings.map(({ code, message, condition, category, fiscalYear }) => (
            <li key={`${code} ${condition ?? ''} ${category ?? ''} ${fiscalYear ?? ''}`}>{message}</li>
          ))}
        </ul>
      )}
      <div className="columns">
        <dl className="facts money">
          {facts.map(([name, amount]) => (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd className={amount?.startsWith('-') ? 'number behind' : 'number'}>
                {amount == null ? messages.notSet : moneyText(amount)}
              </dd>
            </Fragment>
          ))}
        </dl>
        <dl className="facts money against-time">
          <dt>{messages.timeProgress}</dt>
          <dd className="number">{percentText(time)}</dd>
          <Progress
            name={messages.received}
            amount={report.received}
            percent={shareOf(report.received, annualFee)}
            time={time}
            text={undefined}
          />
          <Progress
            name={messages.spent}
            amount={report.spent}
            percent={report.executionPercent}
            time={time}
            text={percentText(report.executionPercent)}
          />
        </dl>
      </div>
    </section>
  );
}

function Progress({
  name,
  amount,
  percent,
  time,
  text,
}: {
  readonly name: string;
  readonly amount: Decimal;
  /** Of the fee; null without one. */
  readonly percent: Decimal | null;
  readonly time: Decimal;
  readonly text: string | undefined;
}): ReactNode {
  const { funding: messages } = texts();
  return (
    <>
      <dt>{name}</dt>
      <dd className="number">
        {moneyText(amount)} {text}
        {percent !== null && (
          <Bullet
            percent={percent}
            time={time}
            isBehind={compareDecimals(percent, time) < 0}
            label={messages.against(name, moneyText(amount), time)}
            full={100}
          />
        )}
      </dd>
    </>
  );
}
