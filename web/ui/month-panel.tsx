import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { texts } from '../messages';
import { type Month, monthsAfter } from './days';
import { clampMonth, monthByKey, monthsOfYear, monthText, numberOf, type Period } from './months';

/** The months of a year, below what opened them: chosen with the mouse, or with arrows, Home, End, Page Up and Page Down. */
export function MonthPanel({
  label,
  month,
  bounds,
  onChoose,
  onClose,
}: {
  readonly label: string;
  readonly month: Month;
  readonly bounds: Period;
  readonly onChoose: (month: Month) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { period } = texts();
  /** The month that the keyboard is at, whose year is shown. */
  const [at, setAt] = useState(() => clampMonth(month, bounds));
  const panel = useRef<HTMLDialogElement>(null);
  const isMoving = useRef(true);
  useEffect(() => {
    if (isMoving.current) panel.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    isMoving.current = false;
  }, [at]);
  useLayoutEffect(() => {
    // At the right edge of the window it opens to the left.
    const { right } = panel.current?.getBoundingClientRect() ?? { right: 0 };
    if (right > document.documentElement.clientWidth) panel.current?.classList.add('to-left');
  }, []);
  useEffect(() => {
    const onPress = ({ target }: PointerEvent): void => {
      if (target instanceof Node && panel.current?.parentElement?.contains(target) === false) onClose();
    };
    const onEscape = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      // What lies below, as a window, stays open.
      event.preventDefault();
      onClose();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onEscape);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onEscape);
    };
  });
  const onKey = (event: KeyboardEvent): void => {
    const to = monthByKey(at, event.key, bounds);
    if (to === undefined) return;
    event.preventDefault();
    isMoving.current = to !== at;
    setAt(to);
  };
  const year = at.slice(0, 4);
  const step = (name: string, sign: string, count: number): ReactNode => {
    const to = clampMonth(monthsAfter(at, count), bounds);
    return (
      <button
        type="button"
        className="button square"
        aria-label={name}
        disabled={to.slice(0, 4) === year}
        onClick={() => {
          setAt(to);
        }}
      >
        {sign}
      </button>
    );
  };
  return (
    <dialog ref={panel} open className="month-panel" aria-label={label}>
      <div className="month-year">
        {step(period.yearEarlier, '‹', -12)}
        <b className="number" aria-live="polite">
          {period.yearName(year)}
        </b>
        {step(period.yearLater, '›', 12)}
      </div>
      <fieldset className="month-grid" aria-label={period.yearName(year)}>
        {monthsOfYear(year).map((it) => (
          <button
            key={it}
            type="button"
            className={it === month ? 'button primary' : 'button quiet'}
            aria-label={monthText(it)}
            aria-pressed={it === month}
            tabIndex={it === at ? 0 : -1}
            disabled={it < bounds.from || it > bounds.to}
            onKeyDown={onKey}
            onClick={() => {
              onChoose(it);
            }}
          >
            {period.shortName(numberOf(it))}
          </button>
        ))}
      </fieldset>
    </dialog>
  );
}
