import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableRowSecurity, type Grants, SCOPE_COLUMNS, SCOPE_KEY, wall } from './support/wall';

const READ_BY_ALL: Grants = {
  app_operator: 'select',
  app_purchaser: 'select',
  app_supervisor: 'select',
  app_city: 'select',
  app_mentoring: 'select',
  app_assessor: 'select',
};

/** The role that speaks for each party; the supervisor's score is the district bureau's. */
const PARTIES = {
  app_purchaser: 'PURCHASER',
  app_supervisor: 'SUPERVISOR',
  app_mentoring: 'MENTORING_CENTRE',
  app_assessor: 'THIRD_PARTY',
} as const;

const PARTY = `party text not null check (party in ('PURCHASER', 'SUPERVISOR', 'MENTORING_CENTRE', 'THIRD_PARTY'))`;
const OF_ASSESSMENT = `
  foreign key (organisation_id, agreement_id, assessment_id)
    references core.assessment (organisation_id, agreement_id, id)`;

/** Midterm and final assessments: scores, findings with their responses, and what they were based on. */
export class CreateAssessments1700000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.createAssessment(runner);
    await this.createScore(runner);
    await this.createFinding(runner);
    await this.createBasis(runner);
    await this.createTie(runner);
    await this.letAssessorsIn(runner);
  }

  private async createAssessment(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.assessment (${SCOPE_COLUMNS},
        id          uuid not null,
        kind        text not null check (kind in ('MIDTERM', 'FINAL')),
        from_day    date not null,
        to_day      date not null,
        assessor_id uuid not null references core.organisation,
        opened_at   timestamptz not null,
        opened_by   uuid not null,
        closed_at   timestamptz,
        closed_by   uuid,
        total       numeric(5, 2),
        grade       text check (grade in ('EXCELLENT', 'GOOD', 'QUALIFIED', 'UNQUALIFIED')),
        primary key (organisation_id, id),
        unique (organisation_id, agreement_id, id),
        constraint assessment_once unique (organisation_id, agreement_id, kind),
        ${SCOPE_KEY},
        check (to_day >= from_day),
        check ((closed_at is null) = (grade is null) and (closed_at is null) = (total is null))
      )`);
    await runner.query('create index on core.assessment (id)');
    await runner.query('create index on core.assessment (assessor_id)');
    const { app_assessor: _, ...scoped } = READ_BY_ALL;
    const write = 'select, insert, update (closed_at, closed_by, total, grade)';
    await wall(runner, 'core.assessment', { ...scoped, app_supervisor: write, app_city: write });
    // By its own name: the agreements of an assessor are read here, at the start of its transaction.
    await runner.query(`
      create policy app_assessor on core.assessment for select to app_assessor
      using (assessor_id = (select scope.organisation_id()))`);
    await runner.query('grant select on core.assessment to app_assessor');
  }

  private async createScore(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.assessment_score (${SCOPE_COLUMNS},
        assessment_id uuid not null,
        ${PARTY},
        score     numeric(5, 2) not null check (score >= 0),
        scored_at timestamptz not null,
        scored_by uuid not null,
        primary key (organisation_id, assessment_id, party),
        ${OF_ASSESSMENT}, ${SCOPE_KEY},
        check (score <= case party
          when 'PURCHASER' then 20 when 'SUPERVISOR' then 10 when 'MENTORING_CENTRE' then 15 else 55 end)
      )`);
    await this.letPartiesWrite(runner, 'core.assessment_score', 'update (score, scored_at, scored_by)');
  }

  private async createFinding(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.assessment_finding (${SCOPE_COLUMNS},
        id            uuid not null,
        assessment_id uuid not null,
        ${PARTY},
        kind          text not null check (kind in ('STRENGTH', 'CONCERN')),
        text          text not null check (length(text) between 1 and 2000),
        added_at      timestamptz not null,
        added_by      uuid not null,
        state         text not null default 'OPEN' check (state in ('OPEN', 'ANSWERED', 'ACCEPTED', 'SENT_BACK')),
        response      text check (length(response) between 1 and 4000),
        responded_at  timestamptz,
        review        text check (length(review) between 1 and 2000),
        primary key (organisation_id, id),
        ${OF_ASSESSMENT}, ${SCOPE_KEY},
        check (kind = 'CONCERN' or response is null)
      )`);
    await runner.query('create index on core.assessment_finding (id)');
    await runner.query('create index on core.assessment_finding (organisation_id, assessment_id)');
    await this.letPartiesWrite(runner, 'core.assessment_finding', 'update (state, review)');
    await runner.query(
      'grant update (state, response, responded_at) on core.assessment_finding to app_operator',
    );
  }

  /** All read within their scope; a party writes for itself alone, and the database sees to it. */
  private async letPartiesWrite(runner: QueryRunner, table: string, update: string): Promise<void> {
    const grants = { ...READ_BY_ALL };
    for (const role of Object.keys(PARTIES) as (keyof typeof PARTIES)[])
      grants[role] = `select, insert, ${update}`;
    await wall(runner, table, grants);
    for (const [role, party] of Object.entries(PARTIES)) {
      await runner.query(`
        create policy ${role}_adds_its_own on ${table} as restrictive for insert to ${role}
        with check (party = '${party}')`);
      await runner.query(`
        create policy ${role}_changes_its_own on ${table} as restrictive for update to ${role}
        using (party = '${party}')`);
    }
  }

  /** What an assessment was based on, as it stood when it was closed. */
  private async createBasis(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.assessment_basis (${SCOPE_COLUMNS},
        assessment_id uuid not null,
        report        text not null check (report in ('COMPLETION', 'STAFFING', 'FUNDING')),
        position      integer not null,
        content       json not null,
        primary key (organisation_id, assessment_id, report, position),
        ${OF_ASSESSMENT}, ${SCOPE_KEY}
      )`);
    await wall(runner, 'core.assessment_basis', {
      ...READ_BY_ALL,
      app_supervisor: 'select, insert',
      app_city: 'select, insert',
    });
  }

  /** 回避: an assessor and an operator that must not meet. Declared by either; known to both and to the bureaus. */
  private async createTie(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table core.declared_tie (
        organisation_id uuid not null references core.organisation,
        assessor_id     uuid not null references core.organisation,
        reason          text not null check (length(reason) between 1 and 500),
        declared_at     timestamptz not null,
        declared_by     uuid not null,
        primary key (organisation_id, assessor_id)
      )`);
    await enableRowSecurity(runner, 'core.declared_tie');
    const party = async (role: string, column: string): Promise<void> => {
      await runner.query(`
        create policy ${role} on core.declared_tie for all to ${role}
        using (${column} = (select scope.organisation_id())) with check (${column} = (select scope.organisation_id()))`);
      await runner.query(`grant select, insert on core.declared_tie to ${role}`);
    };
    await party('app_operator', 'organisation_id');
    await party('app_assessor', 'assessor_id');
    await runner.query(`
      create policy bureaus on core.declared_tie for select to app_supervisor, app_city
      using ((select scope.organisation_id()) is not null)`);
    await runner.query('grant select on core.declared_tie to app_supervisor, app_city');
  }

  /** An assessor sees the agreements that it assesses and their stations, and nothing of what else is there. */
  private async letAssessorsIn(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function scope.assessed_stations() returns text[] language sql stable parallel safe as
      $$ select nullif(pg_catalog.current_setting('app.assessed_stations', true), '')::text[] $$`);
    await runner.query(`
      create policy app_assessor on core.station_access for select to app_assessor
      using (organisation_id::text || ' ' || station_id::text = any ((select scope.assessed_stations())::text[])
        and ((select scope.every_station()) or station_id = any ((select scope.station_ids())::uuid[])))`);
    await runner.query(`
      create function scope.enter_assessments() returns void language plpgsql as $$
      declare
        assessed record;
      begin
        select coalesce(pg_catalog.array_agg(a.agreement_id)::text, '') as agreements,
               coalesce(pg_catalog.array_agg(a.organisation_id::text || ' ' || a.station_id::text)::text, '') as stations
          into assessed
          from core.assessment a where a.assessor_id = (select scope.organisation_id());
        execute pg_catalog.format('set local app.agreement_ids = %L', assessed.agreements);
        execute pg_catalog.format('set local app.assessed_stations = %L', assessed.stations);
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function scope.enter_assessments');
    await runner.query('drop policy app_assessor on core.station_access');
    await runner.query('drop function scope.assessed_stations');
    await runner.query('drop table core.declared_tie, core.assessment_basis, core.assessment_finding');
    await runner.query('drop table core.assessment_score, core.assessment');
  }
}
