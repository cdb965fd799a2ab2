import { OrganisationKind } from '../access';
import { instantOf } from './days';
import type { CityOptions } from './options';
import { apportion, type Random } from './random';
import { chineseNumber } from './names';

/** An organisation of the city and its administrator, as whom it acts. */
export interface Party {
  id: string;
  kind: OrganisationKind;
  name: string;
  shortName: string | null;
  districtCode: string | null;
  administrator: { id: string; email: string; displayName: string };
  /** The member of an operator who records its services. */
  worker?: { id: string; email: string; displayName: string };
}

/** A station of the directory, and the street office that buys its service. */
export interface StationSeat {
  id: string;
  name: string;
  street: string;
  districtCode: string;
  purchaser: Party;
}

/** All parties and stations of the city. */
export interface Directory {
  operators: Party[];
  purchasers: Party[];
  bureaus: Party[];
  cityBureau: Party;
  mentoringCentre: Party;
  assessors: Party[];
  platform: Party;
  stations: StationSeat[];
}

/** 广州市 11 个区 and how many stations of a hundred each has, about. */
const DISTRICTS = [
  ['440103', '荔湾区', 11],
  ['440104', '越秀区', 9],
  ['440105', '海珠区', 10],
  ['440106', '天河区', 13],
  ['440111', '白云区', 17],
  ['440112', '黄埔区', 10],
  ['440113', '番禺区', 11],
  ['440114', '花都区', 7],
  ['440115', '南沙区', 4],
  ['440117', '从化区', 3],
  ['440118', '增城区', 5],
] as const;
const STATIONS_A_STREET = 4;
const ASSESSORS = 6;
/** When the directory was written, before the first agreement. */
export const FOUNDED = instantOf('2024-06-03');

/** Its name identifies a generated city: there is one of it in every city. */
export const MENTORING_CENTRE = '样本市社会工作督导中心';

const { ASSESSOR, OPERATOR, PLATFORM, PURCHASER, SUPERVISOR } = OrganisationKind;

export function directoryOf(
  { operators, stations }: CityOptions,
  chance: (path: string) => Random,
): Directory {
  const party = (kind: OrganisationKind, name: string, domain: string, districtCode?: string): Party => {
    const random = chance(`organisation ${kind} ${name}`);
    return {
      id: random.id(FOUNDED),
      kind,
      name,
      shortName: null,
      districtCode: districtCode ?? null,
      administrator: memberOf(random, 'admin', domain, `${name}管理员`),
    };
  };
  const counts = apportion(
    stations,
    DISTRICTS.map(([, , weight]) => weight),
  );
  const districts = DISTRICTS.map(([code, name], at) => ({ code, name, stations: counts[at] ?? 0 }));
  const streets = districts.flatMap(({ code, name, stations: count }) =>
    Array.from({ length: Math.ceil(count / STATIONS_A_STREET) }, (_, at) => {
      const street = `样本${chineseNumber(at + 1)}街`;
      const domain = `street-${code}-${at + 1}`;
      return {
        street,
        district: name,
        purchaser: party(PURCHASER, `${name}${street}街道办事处`, domain, code),
      };
    }),
  );
  return {
    operators: Array.from({ length: operators }, (_, at) => operatorOf(party, chance, at + 1)),
    purchasers: streets.map(({ purchaser }) => purchaser),
    bureaus: districts.map(({ code, name }) =>
      party(SUPERVISOR, `样本市${name}民政局`, `bureau-${code}`, code),
    ),
    cityBureau: party(SUPERVISOR, '样本市民政局', 'city-bureau'),
    mentoringCentre: party(OrganisationKind.MENTORING_CENTRE, MENTORING_CENTRE, 'mentoring-centre'),
    assessors: Array.from({ length: ASSESSORS }, (_, at) =>
      party(ASSESSOR, `样本第${chineseNumber(at + 1)}评估中心`, `assessor-${at + 1}`),
    ),
    platform: party(PLATFORM, '样本市社工服务平台', 'platform'),
    stations: seatsOf(districts, streets, chance),
  };
}

function operatorOf(
  party: (kind: OrganisationKind, name: string, domain: string) => Party,
  chance: (path: string) => Random,
  number: number,
): Party {
  const shortName = `样本${String(number).padStart(3, '0')}`;
  const domain = `operator-${number}`;
  return {
    ...party(OPERATOR, `${shortName}社会工作服务中心`, domain),
    shortName,
    worker: memberOf(chance(`worker ${number}`), 'worker', domain, `${shortName}社工`),
  };
}

/** Their e-mails have a domain that cannot be registered. */
function memberOf(random: Random, name: string, domain: string, displayName: string): Party['administrator'] {
  return { id: random.id(FOUNDED), email: `${name}@${domain}.city.example`, displayName };
}

function seatsOf(
  districts: readonly { code: string; name: string; stations: number }[],
  streets: readonly { street: string; purchaser: Party }[],
  chance: (path: string) => Random,
): StationSeat[] {
  return districts.flatMap(({ code, name, stations }) => {
    const own = streets.filter(({ purchaser }) => purchaser.districtCode === code);
    return Array.from({ length: stations }, (_, at) => {
      const place = own[at % own.length];
      if (!place) throw new Error(`${name} has no street`);
      const number = Math.floor(at / own.length) + 1;
      const station = `${name}${place.street}第${chineseNumber(number)}社工服务站`;
      return {
        id: chance(`seat ${station}`).id(FOUNDED),
        name: station,
        street: place.street,
        districtCode: code,
        purchaser: place.purchaser,
      };
    });
  });
}
