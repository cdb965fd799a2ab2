import { newId } from '../../../platform/ids';
import { type Statement, statement } from '../../../platform/database/statement';
import type { Transaction } from '../../../platform/database/tenant-scope';
import { storedText } from '../../../platform/text-forms';
import type { Scope } from '../parts/parts.store';
import type { Amendable } from './amendable.repository';
import { type Change, OPEN } from './changes.rules';
import type { AmendmentContent, GivenPart } from './content';
import { amendedTerms } from './amended-terms.rules';

const SCOPE = 'organisation_id, station_id, purchaser_id, district_code';
/** The position after the last one of an agreement's parts. */
const next = (table: string): string =>
  `(select coalesce(max(p.position) + 1, 0) from core.${table} p where p.organisation_id = $1 and p.agreement_id = $5)`;

const AMEND_AGREEMENT = statement(
  'amendment.amendAgreement',
  `update core.agreement set amended = true, ends_on = coalesce($3, ends_on) where organisation_id = $1 and id = $2`,
);
// One statement: terms touch each other, and records lie outside them all, until every one is where it will be.
const MOVE_TERMS = statement(
  'amendment.moveTerms',
  `with given as (
     select g.* from json_to_recordset($6::json) as g(id uuid, name text, "startsOn" date, "endsOn" date, added int)
   ), moved as (
     update core.term t set name = g.name, starts_on = g."startsOn", ends_on = g."endsOn" from given g
      where g.added is null and t.organisation_id = $1 and t.id = g.id
        and (t.name, t.starts_on, t.ends_on) is distinct from (g.name, g."startsOn", g."endsOn")
   )
   insert into core.term (${SCOPE}, agreement_id, id, position, name, starts_on, ends_on, confirmed)
   select $1, $2, $3, $4, $5, g.id, ${next('term')} + g.added, g.name, g."startsOn", g."endsOn", true
     from given g where g.added is not null`,
);
const DROP_TERMS = statement(
  'amendment.dropTerms',
  `update core.term set dropped = true, confirmed = false
    where organisation_id = $1 and agreement_id = $2 and id = any ($3::uuid[])`,
);
const changePart = (table: string): Statement =>
  statement(
    `amendment.change.${table}`,
    `update core.${table} set amended = amended or $3, closes_on = coalesce($4, closes_on)
      where organisation_id = $1 and id = $2`,
  );
const CLOSABLE_PARTS = {
  zone: {
    change: changePart('zone'),
    add: statement(
      'amendment.addZone',
      `insert into core.zone (${SCOPE}, agreement_id, id, position, name, opens_on)
       values ($1, $2, $3, $4, $5, $6, ${next('zone')}, $7, $8)`,
    ),
    more: (): unknown[] => [],
  },
  point: {
    change: changePart('point'),
    add: statement(
      'amendment.addPoint',
      `insert into core.point (${SCOPE}, agreement_id, id, position, name, opens_on, zone_id)
       values ($1, $2, $3, $4, $5, $6, ${next('point')}, $7, $8, $9)`,
    ),
    more: ({ zoneId }: GivenPart): unknown[] => [zoneId ?? null],
  },
  project: {
    change: changePart('project'),
    add: statement(
      'amendment.addProject',
      `insert into core.project (${SCOPE}, agreement_id, id, position, name, opens_on, kind, domain)
       values ($1, $2, $3, $4, $5, $6, ${next('project')}, $7, $8, $9, $10)`,
    ),
    more: ({ kind, domain }: GivenPart): unknown[] => [kind, domain ?? null],
  },
};
type ClosablePart = keyof typeof CLOSABLE_PARTS;
const CHANGE_INSTALMENT = statement(
  'amendment.changeInstalment',
  'update core.instalment set amended = true where organisation_id = $1 and id = $2',
);
const ADD_INSTALMENT = statement(
  'amendment.addInstalment',
  `insert into core.instalment (${SCOPE}, agreement_id, id, position, condition, share, amended)
   values ($1, $2, $3, $4, $5, $6, ${next('instalment')}, $7, 0, true)`,
);

/** Applies a confirmed amendment to the rows of its agreement; returns the changes with the ids of new parts. */
export class AmendmentStore {
  constructor(
    private readonly transaction: Transaction,
    private readonly scope: Scope,
  ) {}

  async apply(input: AmendmentContent, before: Amendable, changes: readonly Change[]): Promise<Change[]> {
    const { agreementId } = input;
    await this.transaction.query(AMEND_AGREEMENT, [this.scope[0], agreementId, input.endsOn ?? null]);
    const zones = await this.places('zone', input, input.zones ?? [], changes);
    const projects = await this.places('project', input, input.projects ?? [], zones);
    const points = await this.places('point', input, input.points ?? [], projects);
    const withTerms = await this.terms(input, before, points);
    return this.instalments(input, withTerms);
  }

  private async places(
    field: ClosablePart,
    { agreementId, effectiveOn }: AmendmentContent,
    given: readonly GivenPart[],
    changes: readonly Change[],
  ): Promise<Change[]> {
    const { change, add, more } = CLOSABLE_PARTS[field];
    const ids = new Map<string, string>();
    for (const part of given) {
      if (part.id == null) {
        const [id, name] = [newId(), storedText(part.name ?? '')];
        ids.set(name, id);
        await this.transaction.query(add, [...this.scope, agreementId, id, name, effectiveOn, ...more(part)]);
      } else {
        const isByDay = changes.some(
          ({ subjectId, aspect }) => subjectId === part.id && (aspect === 'name' || aspect === 'zone'),
        );
        await this.transaction.query(change, [
          this.scope[0],
          part.id,
          isByDay,
          part.close ? effectiveOn : null,
        ]);
      }
    }
    return withIds(changes, field, ids, ({ aspect, becomes }) => aspect === 'state' && becomes === OPEN);
  }

  private async terms(
    input: AmendmentContent,
    before: Amendable,
    changes: readonly Change[],
  ): Promise<Change[]> {
    const after = amendedTerms(input, before);
    const [operatorId] = this.scope;
    const dropped = before.terms
      .filter((term) => !after.some(({ id }) => id === term.id))
      .map(({ id }) => id);
    if (dropped.length > 0) {
      await this.transaction.query(DROP_TERMS, [operatorId, input.agreementId, dropped]);
    }
    const ids = new Map<string, string>();
    const rows = after.map(({ id, name, startsOn, endsOn }) => {
      if (id !== null) return { id, name, startsOn, endsOn };
      const row = { id: newId(), name, startsOn, endsOn, added: ids.size };
      ids.set(name, row.id);
      return row;
    });
    await this.transaction.query(MOVE_TERMS, [...this.scope, input.agreementId, JSON.stringify(rows)]);
    return withIds(changes, 'term', ids, ({ was }) => was === null);
  }

  private async instalments(
    { agreementId, instalments }: AmendmentContent,
    changes: readonly Change[],
  ): Promise<Change[]> {
    if (!instalments) return [...changes];
    const ids = new Map<string, string>();
    for (const { field, subjectId, subject } of changes) {
      if (field !== 'instalment' || subject === null) continue;
      if (subjectId !== null) {
        await this.transaction.query(CHANGE_INSTALMENT, [this.scope[0], subjectId]);
        continue;
      }
      ids.set(subject, newId());
      await this.transaction.query(ADD_INSTALMENT, [...this.scope, agreementId, ids.get(subject), subject]);
    }
    // A share that is taken away is 0 from then on.
    return withIds(changes, 'instalment', ids, () => true);
  }
}

function withIds(
  changes: readonly Change[],
  field: Change['field'],
  ids: ReadonlyMap<string, string>,
  isNew: (change: Change) => boolean,
): Change[] {
  return changes.map((change) => {
    const isOne = change.field === field && change.subjectId === null && isNew(change);
    return isOne ? { ...change, subjectId: ids.get(change.subject ?? '') ?? null } : change;
  });
}
