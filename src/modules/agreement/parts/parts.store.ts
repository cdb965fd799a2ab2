import { newId } from '../../../platform/ids';
import { type Statement, statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { nameKey, storedText } from '../../../platform/text-forms';
import type { InstalmentCondition, ProjectKind, ServiceDomain } from '../agreement.enums';

/** The parts of an agreement as they are given. */
export interface GivenParts {
  terms: { name: string; startsOn: string; endsOn: string }[];
  projects?: { kind: ProjectKind; domain?: ServiceDomain | null; name: string }[] | null;
  zones?: { name: string; points: string[] }[] | null;
  points?: string[] | null;
  instalments?: { condition: InstalmentCondition; share: string }[] | null;
}

/** What the policies of a tenant row read. */
export type Scope = readonly [
  organisationId: string,
  stationId: string,
  purchaserId: string,
  districtCode: string,
];
export const SCOPE = 'organisation_id, station_id, purchaser_id, district_code';

const TABLES = {
  term: { name: 'text', starts_on: 'date', ends_on: 'date' },
  project: { kind: 'text', domain: 'text', name: 'text' },
  zone: { name: 'text' },
  point: { name: 'text', zone_id: 'uuid' },
  instalment: { condition: 'text', share: 'numeric' },
};
type Table = keyof typeof TABLES;

/** Writes the parts of one kind in their order: $6 is a list of them. One whose id is known is changed. */
function writeStatement(table: Table): Statement {
  const columns: Readonly<Record<string, string>> = TABLES[table];
  const names = Object.keys(columns);
  // The condition is what identifies an instalment.
  const changed = ['position', ...names].filter((column) => column !== 'condition');
  return statement(
    `agreement.write.${table}`,
    `insert into core.${table} (${SCOPE}, agreement_id, id, position, ${names.join(', ')}${table === 'term' ? ', confirmed' : ''})
     select $1, $2, $3, $4, a.id, t.id, t.position, ${names.map((column) => `t.${column}`).join(', ')}${
       table === 'term' ? `, a.state = 'CONFIRMED'` : ''
     }
       from json_to_recordset($6::json) as t(id uuid, position int, ${Object.entries(columns)
         .map(([column, type]) => `${column} ${type}`)
         .join(', ')})
       join core.agreement a on a.organisation_id = $1 and a.id = $5
     on conflict (organisation_id, id) do update
        set ${changed.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  );
}

const OTHERS = 'organisation_id = $1 and agreement_id = $2 and id <> all ($3::uuid[])';
const STATEMENTS = Object.fromEntries(
  (Object.keys(TABLES) as Table[]).map((table) => [
    table,
    {
      write: writeStatement(table),
      remove: statement(`agreement.remove.${table}`, `delete from core.${table} where ${OTHERS}`),
    },
  ]),
) as Record<Table, { write: Statement; remove: Statement }>;

interface Known {
  id: string;
  name: string;
}
const KNOWN = statement<Record<Table, Known[]>>(
  'agreement.knownParts',
  `select ${(Object.keys(TABLES) as Table[])
    .map(
      (table) =>
        `(select coalesce(json_agg(json_build_object('id', p.id, 'name', p.${
          table === 'instalment' ? 'condition' : 'name'
        })), '[]') from core.${table} p where p.organisation_id = $1 and p.agreement_id = $2) as ${table}`,
    )
    .join(', ')}`,
);

/** The ids of the parts that were written, by their names. */
export interface PartIds {
  terms: ReadonlyMap<string, string>;
  zones: ReadonlyMap<string, string>;
  projects: ReadonlyMap<string, string>;
}

/** Writes the parts of an agreement. */
export class PartsStore {
  constructor(
    private readonly transaction: Transaction,
    private readonly scope: Scope,
    private readonly agreementId: string,
  ) {}

  /** Of an agreement that has none yet. */
  async insert(given: GivenParts): Promise<PartIds> {
    return this.write(given, { term: [], project: [], zone: [], point: [], instalment: [] });
  }

  /**
   * In place of those that it has: one that keeps its name keeps its id. `forget` removes what rests on parts that are
   * not among these.
   */
  async replace(given: GivenParts, forget: (kept: PartIds) => Promise<void>): Promise<PartIds> {
    const [operatorId] = this.scope;
    const [known] = await this.transaction.query(KNOWN, [operatorId, this.agreementId]);
    if (!known) throw new Error('an agreement was locked without being found');
    return this.write(given, known, forget);
  }

  private async write(
    given: GivenParts,
    known: Readonly<Record<Table, readonly Known[]>>,
    forget?: (kept: PartIds) => Promise<void>,
  ): Promise<PartIds> {
    const idOf = (table: Table, name: string): string =>
      known[table].find((part) => nameKey(part.name) === nameKey(name))?.id ?? newId();
    const named = <Part extends { name: string }>(
      table: Table,
      parts: readonly Part[],
    ): (Part & { id: string })[] =>
      parts.map((part) => ({ ...part, id: idOf(table, part.name), name: storedText(part.name) }));
    const terms = named('term', given.terms);
    const projects = named('project', given.projects ?? []);
    const zones = named('zone', given.zones ?? []);
    const points = named('point', [
      ...zones.flatMap((zone) => zone.points.map((name) => ({ name, zone_id: zone.id }))),
      ...(given.points ?? []).map((name) => ({ name, zone_id: null })),
    ]);
    const instalments = (given.instalments ?? []).map(({ condition, share }) => ({
      id: idOf('instalment', condition),
      condition,
      share,
    }));
    const byName = (parts: readonly Known[]): Map<string, string> =>
      new Map(parts.map(({ name, id }) => [nameKey(name), id]));
    const ids = { terms: byName(terms), zones: byName(zones), projects: byName(projects) };

    if (forget) {
      await forget(ids);
      await this.remove('point', points);
      await this.remove('zone', zones);
      await this.remove('project', projects);
      await this.remove('term', terms);
      await this.remove('instalment', instalments);
    }
    await this.insertOrChange(
      'term',
      terms.map(({ id, name, startsOn, endsOn }) => ({ id, name, starts_on: startsOn, ends_on: endsOn })),
    );
    await this.insertOrChange(
      'project',
      projects.map(({ id, kind, domain, name }) => ({ id, kind, domain: domain ?? null, name })),
    );
    await this.insertOrChange(
      'zone',
      zones.map(({ id, name }) => ({ id, name })),
    );
    await this.insertOrChange('point', points);
    await this.insertOrChange('instalment', instalments);
    return ids;
  }

  private async remove(table: Table, kept: readonly { id: string }[]): Promise<void> {
    const ids = kept.map(({ id }) => id);
    await this.transaction.query(STATEMENTS[table].remove, [this.scope[0], this.agreementId, ids]);
  }

  private async insertOrChange(table: Table, parts: readonly object[]): Promise<void> {
    if (parts.length === 0) return;
    const rows = parts.map((part, position) => ({ ...part, position }));
    await this.transaction.query(STATEMENTS[table].write, [
      ...this.scope,
      this.agreementId,
      JSON.stringify(rows),
    ]);
  }
}
