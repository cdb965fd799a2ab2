import { type ReactNode, useState } from 'react';
import { texts } from '../messages';
import { type Day, parseDay } from '../ui/days';

/** A day of which something is shown; taken when it is typed in full. */
export function DayField({
  day,
  label,
  onChange,
}: {
  readonly day: Day;
  readonly label: string;
  readonly onChange: (day: Day) => void;
}): ReactNode {
  const { dayHint } = texts().forms;
  const [text, setText] = useState(day);
  const parsed = parseDay(text);
  const take = (): void => {
    if (parsed !== undefined && parsed !== day) onChange(parsed);
  };
  return (
    <label className="field inline">
      <span className="label">{label}</span>
      <input
        className="input number day"
        value={text}
        inputMode="numeric"
        aria-invalid={parsed === undefined}
        title={parsed === undefined ? dayHint : undefined}
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
