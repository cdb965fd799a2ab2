import type { ReactNode } from 'react';
import { texts } from '../../messages';
import { reportingTexts } from '../../messages/reporting';
import { momentText } from '../../ui/moments';
import { monthText } from '../../ui/months';
import { TableFrame } from '../../ui/table-frame';
import { type Waiting, withChoice } from './choice';

interface WaitingProps {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly onLook: (month: Waiting) => void;
  readonly onSendBack: (month: Waiting) => void;
}

/** The months that wait, the latest first, each with what the operator says of it. */
export function WaitingTable({
  months,
  ...props
}: WaitingProps & { readonly months: readonly Waiting[] }): ReactNode {
  const { monthly } = reportingTexts();
  const ids = months.map(({ id }) => id);
  const isAll = ids.every((id) => props.chosen.has(id));
  return (
    <>
      <label className="check choose-all">
        <input
          type="checkbox"
          checked={isAll}
          onChange={() => {
            props.onChoose(withChoice(props.chosen, ids, !isAll));
          }}
        />
        <span>{monthly.selectAll}</span>
      </label>
      <TableFrame label={monthly.acceptance}>
        <table className="table waiting cards-when-narrow">
          <thead>
            <tr>
              <th scope="col">{monthly.station}</th>
              <th scope="col">{monthly.month}</th>
              <th scope="col">{monthly.operator}</th>
              <th scope="col">{monthly.handedInAt}</th>
              <th scope="col">{monthly.timely}</th>
              <th scope="col">{monthly.noteOf}</th>
              <th scope="col" className="screen-only">
                {texts().members.steps}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <Line key={month.id} month={month} {...props} />
            ))}
          </tbody>
        </table>
      </TableFrame>
    </>
  );
}

function Line({
  month,
  chosen,
  onChoose,
  onLook,
  onSendBack,
}: WaitingProps & { readonly month: Waiting }): ReactNode {
  const { monthly } = reportingTexts();
  const { common } = texts();
  const { id, agreement, handedInAt, isLate, dueOn, events } = month;
  const name = monthText(month.month);
  const { station, operator } = agreement;
  return (
    <tr>
      <th scope="row">
        <label className="check">
          <input
            type="checkbox"
            aria-label={monthly.select(station.name, name)}
            checked={chosen.has(id)}
            onChange={({ target }) => {
              onChoose(withChoice(chosen, [id], target.checked));
            }}
          />
          <span>{station.name}</span>
        </label>
      </th>
      <td className="text" data-label={monthly.month}>
        {name}
      </td>
      <td className="text" data-label={monthly.operator} title={operator.name}>
        {operator.shortName ?? operator.name}
      </td>
      <td className="text" data-label={monthly.handedInAt}>
        {handedInAt === null ? common.nothing : momentText(handedInAt)}
      </td>
      <td
        className={isLate ? 'text behind' : 'text'}
        data-label={monthly.timely}
        title={`${monthly.dueOn} ${dueOn}`}
      >
        {isLate ? monthly.late : monthly.inTime}
      </td>
      <td className="text wrap note" data-label={monthly.noteOf}>
        {noteOf(events) ?? common.nothing}
      </td>
      <td className="text screen-only" data-label={texts().members.steps}>
        <span className="row-actions">
          <button
            type="button"
            className="button quiet"
            aria-label={monthly.lookOf(station.name, name)}
            onClick={() => {
              onLook(month);
            }}
          >
            {monthly.look}
          </button>
          <button
            type="button"
            className="button quiet danger"
            aria-label={`${monthly.step.SEND_BACK}: ${station.name} ${name}`}
            onClick={() => {
              onSendBack(month);
            }}
          >
            {monthly.step.SEND_BACK}
          </button>
        </span>
      </td>
    </tr>
  );
}

/** What was said at the last hand-in. */
function noteOf(events: Waiting['events']): string | null {
  const handIns = events.filter(({ state }) => state === 'HANDED_IN');
  return handIns[handIns.length - 1]?.note ?? null;
}
