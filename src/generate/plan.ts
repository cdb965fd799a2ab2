import { ServiceModel } from '../modules/agreement';
import type { Day } from '../platform/calendar';
import { daysAfter, earlier, instantOf, LAST_DAY, monthsAfter, numberOf } from './days';
import { type Directory, directoryOf, type Party, type StationSeat } from './directory';
import type { CityOptions } from './options';
import { apportion, Lottery, Random } from './random';

/** An agreement of the city as far as others depend on it; its parts come from its own random path. */
export interface PlannedAgreement {
  id: string;
  operator: Party;
  purchaser: Party;
  station: StationSeat;
  /** 0 for a station's first year, 1 for its second. */
  year: number;
  model: ServiceModel;
  startsOn: Day;
  endsOn: Day;
  /** The last day that has figures. */
  lastDay: Day;
  annualFee: number;
  posts: number;
  records: number;
  /** How the station does against its targets: 1 is on time. */
  pace: number;
  registeredAt: Date;
}

/** An agreement for a station's third year that is not in force: proposed, declined, or registered by mistake and void. */
export interface Renewal extends PlannedAgreement {
  state: 'PROPOSED' | 'DECLINED' | 'VOID';
}

export interface City extends Directory {
  options: CityOptions;
  /** Its own random generator, by path. */
  chance: (path: string) => Random;
  agreements: PlannedAgreement[];
  renewals: Renewal[];
}

const START_MONTHS = new Lottery<Day>([
  ['2025-01-01', 5],
  ['2025-03-01', 3],
  ['2025-05-01', 2],
]);
const YEARS = [0, 1];
/** Of twelve stations, one has a renewal in each of these states. */
const RENEWALS = ['PROPOSED', 'DECLINED', 'VOID'] as const;
const RENEWED = 12;
/** Of a hundred stations so many change their operator after the first year, and so many more their service model. */
const NEW_OPERATOR = 12;
const NEW_MODEL = 10;

/** The outline of the whole city. The same for the same options. */
export function planCity(options: CityOptions): City {
  const seed = JSON.stringify(options);
  const chance = (path: string): Random => new Random(seed, path);
  const directory = directoryOf(options, chance);
  const { stations } = directory;
  const first = operatorsOf(directory, chance('operators of stations'));
  const next = withChanges(first, chance('changes of operator'));
  const drafts = stations.flatMap((station, at) => {
    const random = chance(`station ${station.id}`);
    const start = START_MONTHS.draw(random);
    const size = 0.5 + random.whole(0, 100) / 60;
    const isOld = random.happens(40);
    const turnsNew = random.happens(NEW_MODEL);
    const fee = random.whole(150, 260) * 10_000;
    const posts = random.whole(10, 18);
    return YEARS.map((year) => {
      const startsOn = monthsAfter(start, 12 * year);
      const endsOn = daysAfter(monthsAfter(startsOn, 12), -1);
      const lastDay = earlier(endsOn, LAST_DAY);
      const registeredAt = instantOf(daysAfter(startsOn, -random.whole(5, 30)));
      const operator = (year === 0 ? first : next)[at];
      if (!operator) throw new Error('a station has no operator');
      return {
        id: random.id(registeredAt),
        operator,
        purchaser: station.purchaser,
        station,
        year,
        posts,
        model:
          isOld && !(turnsNew && year === 1) ? ServiceModel.PROJECT_113X : ServiceModel.STATION_ZONE_POINT,
        startsOn,
        endsOn,
        lastDay,
        annualFee: fee + year * 20_000,
        registeredAt: new Date(registeredAt),
        pace: random.whole(75, 130) / 100,
        weight: size * (numberOf(lastDay) - numberOf(startsOn) + 1),
      };
    });
  });
  const records = apportion(
    options.records,
    drafts.map(({ weight }) => weight),
  );
  const agreements = drafts.map(({ weight: _, ...agreement }, at) => ({
    ...agreement,
    records: records[at] ?? 0,
  }));
  const renewals = agreements
    .filter(({ year }) => year === YEARS.at(-1))
    .flatMap((agreement, at): Renewal[] => {
      const state = RENEWALS[at % RENEWED];
      return state ? [{ ...renewalOf(agreement, chance(`renewal ${agreement.id}`)), state }] : [];
    });
  return { ...directory, options, chance, agreements, renewals };
}

/** The agreement after another one, between the same parties, with as much work a day. */
function renewalOf(before: PlannedAgreement, random: Random): PlannedAgreement {
  const startsOn = daysAfter(before.endsOn, 1);
  const registeredAt = instantOf(daysAfter(LAST_DAY, -random.whole(5, 30)));
  return {
    ...before,
    id: random.id(registeredAt),
    year: before.year + 1,
    startsOn,
    endsOn: daysAfter(monthsAfter(startsOn, 12), -1),
    lastDay: daysAfter(startsOn, numberOf(before.lastDay) - numberOf(before.startsOn)),
    registeredAt: new Date(registeredAt),
  };
}

/** The first operator of each station: a few operators run many, many run a few. */
function operatorsOf({ operators, stations }: Directory, random: Random): Party[] {
  const counts = apportion(
    stations.length,
    operators.map((_, rank) => 1 / (rank + 6)),
  );
  return random.shuffled(operators.flatMap((operator, at) => Array<Party>(counts[at] ?? 0).fill(operator)));
}

/** The stations that change their operator go round in a ring, so that no operator ends with more than it had. */
function withChanges(before: readonly Party[], random: Random): Party[] {
  const leaving = before.map((_, at) => at).filter(() => random.happens(NEW_OPERATOR));
  const after = [...before];
  leaving.forEach((at, place) => {
    const from = leaving[(place + 1) % leaving.length] ?? at;
    after[at] = before[from] ?? after[at] ?? fail();
  });
  return after;
}

function fail(): never {
  throw new Error('a station has no operator');
}
