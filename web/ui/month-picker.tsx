import { type ReactNode, useRef, useState } from 'react';
import { texts } from '../messages';
import { type Month, monthsAfter } from './days';
import { MonthPanel } from './month-panel';
import { monthText, type Period, periodWith } from './months';
import './month-picker.css';

interface MonthPickerProps {
  readonly label: string;
  readonly month: Month;
  /** The first and the last month that can be chosen. */
  readonly bounds: Period;
  readonly onChange: (month: Month) => void;
}

/** A month: the one before, the one after, or any of a year. */
export function MonthPicker({ label, month, bounds, onChange }: MonthPickerProps): ReactNode {
  const { period } = texts();
  const step = (name: string, sign: string, to: Month): ReactNode => (
    <button
      type="button"
      className="button square"
      aria-label={name}
      title={name}
      disabled={to < bounds.from || to > bounds.to}
      onClick={() => {
        onChange(to);
      }}
    >
      {sign}
    </button>
  );
  return (
    <div className="months screen-only">
      {step(period.earlier, '‹', monthsAfter(month, -1))}
      <MonthButton label={label} month={month} bounds={bounds} onChange={onChange} />
      {step(period.later, '›', monthsAfter(month, 1))}
    </div>
  );
}

/** The first and the last month of a period. */
export function PeriodPicker({
  period,
  bounds,
  onChange,
}: {
  readonly period: Period;
  readonly bounds: Period;
  readonly onChange: (period: Period) => void;
}): ReactNode {
  const messages = texts().period;
  const end = (name: keyof Period): ReactNode => (
    <MonthButton
      label={messages[name]}
      month={period[name]}
      bounds={bounds}
      onChange={(month) => {
        onChange(periodWith(period, { [name]: month }));
      }}
    />
  );
  return (
    <fieldset className="months screen-only" aria-label={messages.title}>
      {end('from')}
      <span className="soft">{messages.until}</span>
      {end('to')}
    </fieldset>
  );
}

/** Names a month, and opens the twelve of its year. */
function MonthButton({ label, month, bounds, onChange }: MonthPickerProps): ReactNode {
  const { period } = texts();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      className="month-field"
      onBlur={({ currentTarget, relatedTarget }) => {
        // Without a new place for the focus, the window itself was left, or what is disabled was pressed.
        if (relatedTarget && !currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className="button number"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={period.chosen(label, monthText(month))}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {monthText(month)}
        <span aria-hidden="true">▾</span>
      </button>
      {isOpen && (
        <MonthPanel
          label={label}
          month={month}
          bounds={bounds}
          onChoose={(chosen) => {
            close();
            if (chosen !== month) onChange(chosen);
          }}
          onClose={close}
        />
      )}
    </div>
  );
}
