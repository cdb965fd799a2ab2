import { type Asks, COMPARED, comparedStations, recordsOf } from '../questions';

/** The first day of the month after a day. */
function dayAfter(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** Requests of the bare handler: one path per question. */
export const askBare: Asks = (name, city, place) => {
  const range = { from: city.from, after: dayAfter(city.to) };
  const at = `?agreement=${place.agreementId}`;
  switch (name) {
    case 'completion':
      return { path: `/completion${at}&term=${place.termId}`, body: {} };
    case 'compare 25':
    case 'compare 100':
    case 'compare 400':
      return {
        path: '/comparison',
        body: { ...range, stationIds: comparedStations(name, city), indicators: COMPARED },
      };
    case 'city':
      return { path: '/city', body: range };
    case 'nested':
      return { path: '/nested?first=100', body: {} };
    case 'records':
      return { path: `/records${at}`, body: {} };
    case 'write 1':
    case 'write 500': {
      const records = recordsOf(name, place).map(({ measure, value, ...rest }) => ({
        ...rest,
        quantities: { [measure]: value },
      }));
      return { path: `/record${at}`, body: records };
    }
  }
};
