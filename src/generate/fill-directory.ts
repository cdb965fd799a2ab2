import { createCredential, MemberRole } from '../access';
import { AuthScope } from '../platform/database/auth-scope';
import type { Database } from '../platform/database/database';
import { statement } from '../platform/database/statement';
import { ACCOUNTS, memberOf } from './accounts';
import type { Acting } from './acting';
import { FOUNDED, type Party } from './directory';
import type { City } from './plan';
import { ORGANISATION, STATION } from './tables';

const MEMBER = statement(
  'generate.member',
  `insert into core.member (organisation_id, id, email, display_name, role, created_at, joined_at)
   values ($1, $2, $3, $4, $5, $6, $6)`,
);

/** All parties of the city. */
function partiesOf(city: City): Party[] {
  return [
    ...city.operators,
    ...city.purchasers,
    ...city.bureaus,
    ...city.assessors,
    city.cityBureau,
    city.mentoringCentre,
    city.platform,
  ];
}

/** Adds organisations and their members to the directory, in one transaction. */
export async function fillOrganisations(database: Database, city: City): Promise<void> {
  const parties = partiesOf(city);
  const founded = new Date(FOUNDED);
  await AuthScope.run(
    database,
    async (scope) => {
      await ORGANISATION.insert(
        { query: async (sql, values) => scope.query(sql, values) },
        parties.map(({ id, kind, name, shortName, districtCode }) => [
          id,
          kind,
          name,
          shortName,
          districtCode,
          true,
          founded,
        ]),
      );
      for (const { id, administrator, worker } of parties) {
        for (const [member, role] of [
          [administrator, MemberRole.ADMIN],
          [worker, MemberRole.WORKER],
        ] as const) {
          if (!member) continue;
          await scope.claim({ memberId: member.id });
          await scope.query(MEMBER, [id, member.id, member.email, member.displayName, role, founded]);
        }
      }
    },
    'app_enrolment',
  );
}

/** Adds the stations to the directory, as the city's bureau; existing ones are kept. */
export async function fillStations(city: City, acting: Acting): Promise<void> {
  await acting.asMember(city.cityBureau, async (member) =>
    member.write(async (transaction) => {
      await STATION.insert(
        transaction,
        city.stations.map(({ id, districtCode, name, street }) => [
          id,
          districtCode,
          name,
          street,
          new Date(FOUNDED),
        ]),
      );
      transaction.log({ action: 'ORGANISATION_ADDED', thing: 'Organisation', thingId: city.cityBureau.id });
    }),
  );
}

/** Sets the password of an account of the city. */
export async function setPasswords(
  database: Database,
  city: City,
  password: string,
  wanted: (email: string) => boolean,
): Promise<void> {
  for (const { email } of ACCOUNTS.filter((account) => wanted(account.email))) {
    await AuthScope.run(
      database,
      async (scope) => createCredential(scope, { email, password, ...memberOf(city, email) }),
      'app_enrolment',
    );
  }
}
