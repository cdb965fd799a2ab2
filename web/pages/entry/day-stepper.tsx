import { type ReactNode, useState } from 'react';
import type { AgreementPlaceFragment } from '../../generated/graphql';
import { texts } from '../../messages';
import {
  type Day,
  daysAfter,
  earlier,
  lastDayOf,
  monthOf,
  monthsAfter,
  parseDay,
  today,
} from '../../ui/days';

/** The day of the sheet: typed, the day before or after, or the last month's end, for sheets of whole months. */
export function DayStepper({
  day,
  term,
  onChange,
}: {
  readonly day: Day;
  readonly term: AgreementPlaceFragment['terms'][number] | undefined;
  readonly onChange: (day: Day) => void;
}): ReactNode {
  const { entry: messages } = texts();
  const first = term?.startsOn ?? day;
  const last = earlier(term?.endsOn ?? today(), today());
  const isPossible = (to: Day): boolean => to >= first && to <= last;
  const step = (label: string, sign: string, to: Day): ReactNode => (
    <button
      type="button"
      className={sign.length > 1 ? 'button' : 'button square'}
      aria-label={label}
      title={label}
      disabled={!isPossible(to)}
      onClick={() => {
        onChange(to);
      }}
    >
      {sign}
    </button>
  );
  return (
    <div className="as-of">
      {step(messages.monthEnd, messages.monthEnd, lastDayOf(monthsAfter(monthOf(day), -1)))}
      {step(messages.dayEarlier, '‹', daysAfter(day, -1))}
      <DayText key={day} day={day} isPossible={isPossible} onChange={onChange} />
      {step(messages.dayLater, '›', daysAfter(day, 1))}
    </div>
  );
}

function DayText({
  day,
  isPossible,
  onChange,
}: {
  readonly day: Day;
  readonly isPossible: (day: Day) => boolean;
  readonly onChange: (day: Day) => void;
}): ReactNode {
  const { entry: messages, completion } = texts();
  const [text, setText] = useState(day);
  const parsed = parseDay(text);
  const isRight = parsed !== undefined && isPossible(parsed);
  const take = (): void => {
    if (isRight && parsed !== day) onChange(parsed);
  };
  return (
    <label>
      <span className="unseen">{messages.day}</span>
      <input
        className="input number day"
        value={text}
        inputMode="numeric"
        aria-invalid={!isRight}
        title={isRight ? messages.day : completion.invalidDay}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
    </label>
  );
}
