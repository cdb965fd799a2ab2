import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTenantPolicies,
  enableRowLevelSecurity,
  READ_BY_ALL,
  VIEWER_ROLES,
} from './baseline/row-level-security';
import { SCOPE, SCOPE_COLUMNS, SCOPE_KEY } from './baseline/scope-columns';

const BANDS = 'excellent_from, good_from, qualified_from';
const ORDERED =
  '100 >= excellent_from and excellent_from > good_from and good_from > qualified_from and qualified_from > 0';
const STANDARD_BANDS = { excellent_from: 90, good_from: 80, qualified_from: 60 };
const BAND_COLUMNS = Object.keys(STANDARD_BANDS).map((name) => `${name} numeric(5, 2) not null`);

/** The rule that holds where no bureau has set another. */
const STANDARD = `'[{"party": "PURCHASER", "maximum": "20"}, {"party": "SUPERVISOR", "maximum": "10"},
        {"party": "MENTORING_CENTRE", "maximum": "15"}, {"party": "THIRD_PARTY", "maximum": "55"}]'`;

/** Who scores, of how many points, and from which total a grade is given: by district and year, fixed when one is opened. */
export class CreateAssessmentSchemes1795910431000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.grade(total numeric, excellent_from numeric, good_from numeric, qualified_from numeric)
      returns text language sql immutable parallel safe as $$
        select case when total >= excellent_from then 'EXCELLENT' when total >= good_from then 'GOOD'
          when total >= qualified_from then 'QUALIFIED' when total is not null then 'UNQUALIFIED' end
      $$`);
    await this.createScheme(runner);
    await this.fixBands(runner);
    await this.createPart(runner);
    await this.copyOnOpening(runner);
  }

  private async createScheme(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.assessment_scheme (
        organisation_id uuid not null references core.organisation,
        district_code   text references core.district,
        year            integer not null check (year between 2000 and 2100),
        version         integer not null check (version > 0),
        parties         jsonb not null check (jsonb_typeof(parties) = 'array'),
        ${BAND_COLUMNS.join(', ')},
        set_at          timestamptz not null,
        set_by          uuid not null,
        primary key (organisation_id, year, version),
        check (${ORDERED})
      )`);
    await runner.query('create index on core.assessment_scheme (year, district_code)');
    await enableRowLevelSecurity(runner, 'core.assessment_scheme');
    await runner.query(`
      create policy viewers on core.assessment_scheme for select to ${VIEWER_ROLES}
      using ((select scope.organisation_id()) is not null)`);
    await runner.query(`grant select on core.assessment_scheme to ${VIEWER_ROLES}`);
    const own = 'organisation_id = (select scope.organisation_id()) and (select scope.administers())';
    for (const [role, where] of [
      ['app_supervisor', 'district_code = (select scope.district_code())'],
      ['app_city', 'district_code is null and (select scope.whole_city())'],
    ] as const) {
      await runner.query(`
        create policy ${role}_sets on core.assessment_scheme for insert to ${role} with check (${own} and ${where})`);
      await runner.query(`grant insert on core.assessment_scheme to ${role}`);
    }
    // The district's own before the city's, before the standard.
    await runner.query(`
      create function core.assessment_scheme_of(_district text, _year integer)
      returns table (district_code text, version integer, parties jsonb, excellent_from numeric, good_from numeric,
                     qualified_from numeric, set_at timestamptz) language sql stable as $$
        select s.district_code, s.version, s.parties, s.excellent_from, s.good_from, s.qualified_from, s.set_at
          from (select c.district_code, c.version, c.parties, c.excellent_from, c.good_from, c.qualified_from, c.set_at
                  from core.assessment_scheme c
                 where c.year = _year and (c.district_code = _district or c.district_code is null)
                union all
                select null, 0, ${STANDARD}::jsonb, 90, 80, 60, null) s
         order by s.version = 0, s.district_code nulls last, s.set_at desc, s.version desc limit 1
      $$`);
  }

  private async fixBands(runner: QueryRunner): Promise<void> {
    const columns = Object.entries(STANDARD_BANDS).map(
      ([name, from]) => `add column ${name} numeric(5, 2) not null default ${from}`,
    );
    await runner.query(`
      alter table core.assessment ${columns.join(', ')},
        drop constraint assessment_check2,
        add constraint assessment_bands check (${ORDERED}),
        add constraint assessment_graded check (grade = core.grade(total, ${BANDS}))`);
  }

  private async createPart(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.assessment_part (${SCOPE_COLUMNS},
        assessment_id uuid not null,
        part          integer not null check (part > 0),
        party         text not null check (party in ('PURCHASER', 'SUPERVISOR', 'MENTORING_CENTRE', 'THIRD_PARTY', 'OTHER')),
        name          text check (length(name) between 1 and 100),
        maximum       numeric(5, 2) not null check (maximum > 0 and maximum <= 100),
        items         text[] not null default '{}',
        item_maxima   numeric(5, 2)[] not null default '{}',
        assessor_id   uuid references core.organisation,
        ended_at      timestamptz,
        ended_by      uuid,
        end_reason    text check (length(end_reason) between 1 and 500),
        primary key (organisation_id, assessment_id, part),
        unique (organisation_id, assessment_id, part, maximum),
        foreign key (organisation_id, agreement_id, assessment_id)
          references core.assessment (organisation_id, agreement_id, id),
        ${SCOPE_KEY},
        check ((party = 'OTHER') = (name is not null)),
        check ((party = 'THIRD_PARTY') = (assessor_id is not null)),
        check (cardinality(items) = cardinality(item_maxima)),
        check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_reason is null)
          and (ended_at is null or party = 'THIRD_PARTY'))
      )`);
    await runner.query(`
      create unique index assessment_part_once on core.assessment_part
        (organisation_id, assessment_id, party, coalesce(name, '')) where ended_at is null`);
    await createTenantPolicies(runner, 'core.assessment_part', {
      ...READ_BY_ALL,
      app_supervisor: 'select, insert, update (ended_at, ended_by, end_reason)',
      app_city: 'select, insert, update (ended_at, ended_by, end_reason)',
    });
    const administers = '(select scope.administers())';
    await runner.query(`
      create policy bureaus_list on core.assessment_part as restrictive for insert to app_supervisor, app_city
      with check (${administers})`);
    await runner.query(`
      create policy bureaus_replace on core.assessment_part as restrictive for update to app_supervisor, app_city
      using (${administers}) with check (${administers})`);
  }

  /** Of the year of the last day. Whoever inserts an assessment, its bands and parties are those of the scheme in force. */
  private async copyOnOpening(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.fix_bands() returns trigger language plpgsql as $$
      begin
        select s.excellent_from, s.good_from, s.qualified_from
          into new.excellent_from, new.good_from, new.qualified_from
          from core.assessment_scheme_of(new.district_code, extract(year from new.to_day)::integer) s;
        return new;
      end $$`);
    await runner.query(`
      create function core.fix_parties() returns trigger language plpgsql as $$
      begin
        insert into core.assessment_part (${SCOPE}, assessment_id, part, party, name, maximum, items, item_maxima, assessor_id)
        select new.organisation_id, new.agreement_id, new.station_id, new.purchaser_id, new.district_code, new.id,
               p.place, p.value ->> 'party', p.value ->> 'name', (p.value ->> 'maximum')::numeric,
               array(select i.value ->> 'name' from jsonb_array_elements(p.value -> 'items') with ordinality i
                      order by i.ordinality),
               array(select (i.value ->> 'maximum')::numeric
                       from jsonb_array_elements(p.value -> 'items') with ordinality i order by i.ordinality),
               case p.value ->> 'party' when 'THIRD_PARTY' then new.assessor_id end
          from core.assessment_scheme_of(new.district_code, extract(year from new.to_day)::integer) s
         cross join lateral jsonb_array_elements(s.parties) with ordinality p(value, place);
        return null;
      end $$`);
    await runner.query(`
      create trigger fix_bands before insert on core.assessment for each row execute function core.fix_bands()`);
    await runner.query(`
      create trigger fix_parties after insert on core.assessment for each row execute function core.fix_parties()`);
    // Those that exist keep the rule by which they were opened. Forced policies bind the owner too.
    const table = (change: string): Promise<unknown> =>
      runner.query(`alter table core.assessment ${change} row level security`) as Promise<unknown>;
    await table('no force');
    await runner.query('alter table core.assessment_part no force row level security');
    await runner.query(`
      insert into core.assessment_part (${SCOPE}, assessment_id, part, party, maximum, assessor_id)
      select a.organisation_id, a.agreement_id, a.station_id, a.purchaser_id, a.district_code, a.id, p.place,
             p.value ->> 'party', (p.value ->> 'maximum')::numeric,
             case p.value ->> 'party' when 'THIRD_PARTY' then a.assessor_id end
        from core.assessment a cross join jsonb_array_elements(${STANDARD}::jsonb) with ordinality p(value, place)`);
    await runner.query('alter table core.assessment_part force row level security');
    await table('force');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger fix_bands on core.assessment');
    await runner.query('drop trigger fix_parties on core.assessment');
    await runner.query('drop function core.fix_bands, core.fix_parties, core.assessment_scheme_of');
    await runner.query('drop table core.assessment_part, core.assessment_scheme');
    await runner.query(`
      alter table core.assessment drop constraint assessment_graded, drop constraint assessment_bands,
        drop column excellent_from, drop column good_from, drop column qualified_from,
        add constraint assessment_check2 check (grade = case when total >= 90 then 'EXCELLENT' when total >= 80 then 'GOOD'
          when total >= 60 then 'QUALIFIED' else 'UNQUALIFIED' end)`);
    await runner.query('drop function core.grade');
  }
}
