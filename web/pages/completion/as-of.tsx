import { type ReactNode, useState } from 'react';
import type { AgreementPlaceFragment, CompletionSheetFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import { type Day, earlier, lastDayOf, monthOf, monthsAfter, parseDay, today } from '../../ui/days';

/** The day as of which the table is shown: typed, or a month's end before or after. */
export function AsOf({
  table: { to, timeProgressPercent },
  term,
  onChange,
}: {
  readonly table: Pick<CompletionSheetFragment, 'to' | 'timeProgressPercent'>;
  readonly term: AgreementPlaceFragment['terms'][number] | undefined;
  readonly onChange: (to: Day) => void;
}): ReactNode {
  const { completion } = texts();
  const first = term?.startsOn ?? to;
  const last = earlier(term?.endsOn ?? to, today());
  const before = lastDayOf(monthsAfter(monthOf(to), -1));
  const after = earlier(
    lastDayOf(to === lastDayOf(monthOf(to)) ? monthsAfter(monthOf(to), 1) : monthOf(to)),
    last,
  );
  return (
    <>
      <span className="soft">
        {completion.timeProgress} <b className="number ink">{timeProgressPercent}%</b>
      </span>
      <div className="as-of">
        <Step
          label={completion.monthEarlier}
          sign="‹"
          day={before}
          isPossible={before >= first}
          onChange={onChange}
        />
        <DayInput key={to} day={to} onChange={onChange} />
        <Step
          label={completion.monthLater}
          sign="›"
          day={after}
          isPossible={after > to}
          onChange={onChange}
        />
      </div>
    </>
  );
}

function Step({
  label,
  sign,
  day,
  isPossible,
  onChange,
}: {
  readonly label: string;
  readonly sign: string;
  readonly day: Day;
  readonly isPossible: boolean;
  readonly onChange: (day: Day) => void;
}): ReactNode {
  return (
    <button
      type="button"
      className="button square"
      aria-label={label}
      title={label}
      disabled={!isPossible}
      onClick={() => {
        onChange(day);
      }}
    >
      {sign}
    </button>
  );
}

function DayInput({
  day,
  onChange,
}: {
  readonly day: Day;
  readonly onChange: (day: Day) => void;
}): ReactNode {
  const { completion } = texts();
  const [text, setText] = useState(day);
  const parsed = parseDay(text);
  return (
    <label className="field inline">
      <span className="label">{completion.asOf}</span>
      <input
        className="input number day"
        value={text}
        inputMode="numeric"
        aria-invalid={parsed === undefined}
        title={parsed === undefined ? completion.invalidDay : undefined}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onBlur={() => {
          if (parsed !== undefined && parsed !== day) onChange(parsed);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && parsed !== undefined) onChange(parsed);
        }}
      />
    </label>
  );
}
