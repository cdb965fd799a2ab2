import type { HandedInMonthsQuery } from '../../generated/graphql';

/** A month that waits to be accepted. */
export type Waiting = HandedInMonthsQuery['reportMonths']['nodes'][number];

/** The chosen ones with some more, or less. */
export function withChoice(
  chosen: ReadonlySet<string>,
  ids: readonly string[],
  isChosen: boolean,
): ReadonlySet<string> {
  const rest = [...chosen].filter((id) => !ids.includes(id));
  return new Set(isChosen ? [...rest, ...ids] : rest);
}
