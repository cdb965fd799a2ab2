import type { ReactNode } from 'react';
import { DayField } from '../forms/day-field';
import { texts } from '../messages';
import { useAddress } from '../place/at-place';
import { type Day, earlier, lastDayOf, monthOf, today } from '../ui/days';
import { MonthPicker } from '../ui/month-picker';
import { boundsOf } from './analysis';

/** The day as of which the page shows its figures, as its address has it: the address without one means today. */
export function useAsOf(): Day {
  const [address] = useAddress();
  return address.get('on') ?? today();
}

/** The day, typed, or the end of a month. */
export function AsOf(): ReactNode {
  const { overview: messages } = texts();
  const [, change] = useAddress();
  const on = useAsOf();
  const take = (day: Day): void => {
    change({ on: day >= today() ? null : day });
  };
  return (
    <>
      <DayField key={on} day={on} label={messages.asOf} onChange={take} />
      <MonthPicker
        label={messages.monthEnd}
        month={monthOf(on)}
        bounds={boundsOf(today())}
        onChange={(month) => {
          take(earlier(lastDayOf(month), today()));
        }}
      />
    </>
  );
}
