import { type ReactNode, useState } from 'react';
import { texts } from '../../messages';
import { type Day, daysAfter, earlier, lastDayOf, monthOf, monthsAfter, parseDay } from '../../ui/days';

/** The day of the sheet, typed or stepped to; of the sheet of a month, the month before or after. */
export function DayStepper({
  day,
  isMonth,
  days: [first, last],
  onChange,
}: {
  readonly day: Day;
  readonly isMonth: boolean;
  readonly days: readonly [first: Day, last: Day];
  readonly onChange: (day: Day) => void;
}): ReactNode {
  const { entry: messages } = texts();
  const isPossible = (to: Day): boolean => to >= first && to <= last;
  const endOf = (count: number): Day => lastDayOf(monthsAfter(monthOf(day), count));
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
      {!isMonth && step(messages.monthEnd, messages.monthEnd, endOf(-1))}
      {isMonth
        ? step(messages.monthEarlier, '‹', endOf(-1))
        : step(messages.dayEarlier, '‹', daysAfter(day, -1))}
      <DayText key={day} day={day} isPossible={isPossible} onChange={onChange} />
      {isMonth
        ? step(messages.monthLater, '›', monthOf(day) < monthOf(last) ? earlier(endOf(1), last) : endOf(1))
        : step(messages.dayLater, '›', daysAfter(day, 1))}
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
