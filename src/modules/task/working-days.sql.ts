/**
 * SQL of the n-th working day after a day. Monday to Friday are working days: public holidays, and the weekends worked
 * in their place, are not known.
 */
export function workingDayAfter(day: string, n: number): string {
  // Saturday and Sunday count from the Friday before.
  const of = `least(extract(isodow from ${day})::int, 5)`;
  return `(${day} - extract(isodow from ${day})::int + ${of} + ${n} + 2 * ((${of} - 1 + ${n}) / 5))`;
}
