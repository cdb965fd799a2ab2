import type { MigrationInterface, QueryRunner } from 'typeorm';
import { disableStatistics } from './baseline/statistics';
import { requireState } from './write-sheet-imports/require-state';

/** What is forgotten together with the file: all that was read of it. */
const OF_THE_FILE = ['reading', 'names', 'changes', 'kept'];

/**
 * What would be written of an uploaded spreadsheet, and what was: a preview, which may be made anew until the import is
 * applied, then a receipt, and in the end what was taken back. Targets go into proposals too.
 */
export class WriteSheetImports1795910501000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table core.sheet_import
        add column reading       bytea,
        add column reading_basis bytea check (length(reading_basis) = 32),
        add column basis         bytea check (length(basis) = 32),
        add column names         jsonb,
        add column changes       jsonb,
        add column unchanged     integer not null default 0 check (unchanged >= 0),
        add column digest        bytea check (length(digest) = 32),
        add column applied_at    timestamptz,
        add column applied_by    uuid,
        add column applied_by_name text,
        add column applied_parts text[],
        add column skipped       integer,
        add column written       jsonb,
        add column undone_at     timestamptz,
        add column undone_by     uuid,
        add column undone_by_name text,
        add column undo_reason   text check (length(undo_reason) between 1 and 500),
        add column kept          jsonb,
        add constraint sheet_import_of_agreement unique (organisation_id, agreement_id, id),
        add constraint nothing_read_without_file
          check (content is not null or (${OF_THE_FILE.map((column) => `${column} is null`).join(' and ')})),
        add constraint applied_with_receipt check ((applied_at is null) = (applied_by is null)
          and (applied_at is null) = (applied_by_name is null) and (applied_at is null) = (applied_parts is null)
          and (applied_at is null) = (skipped is null) and (applied_at is null) = (written is null)
          and (applied_at is null or digest is not null)),
        add constraint undone_with_reason check ((undone_at is null) = (undone_by is null)
          and (undone_at is null) = (undone_by_name is null) and (undone_at is null) = (undo_reason is null)
          and (undone_at is null or applied_at is not null))`);
    await disableStatistics(runner, 'sheet_import', [
      ...OF_THE_FILE,
      'written',
      'applied_by_name',
      'undone_by_name',
      'undo_reason',
    ]);
    await runner.query(`
      grant update (reading, reading_basis, basis, names, changes, ready, unchanged, ignored, faulty, digest,
        applied_at, applied_by, applied_by_name, applied_parts, skipped, written,
        undone_at, undone_by, undone_by_name, undo_reason, kept) on core.sheet_import to app_operator`);
    await runner.query('drop policy worker_forgets on core.sheet_import');
    await this.guard(runner);
    await this.require(runner, 'prepared');
  }

  /**
   * An import is applied once, and then stays as it was until it is undone, once. A file is never replaced: it is forgotten with its
   * faults, and all that was read of it with them.
   */
  private async guard(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.guard_sheet_import() returns trigger language plpgsql as $$
      begin
        if old.applied_at is not null and (new.applied_at, new.applied_by, new.applied_parts, new.skipped, new.digest,
             new.ready, new.unchanged, new.ignored, new.faulty, new.written)
           is distinct from (old.applied_at, old.applied_by, old.applied_parts, old.skipped, old.digest,
             old.ready, old.unchanged, old.ignored, old.faulty, old.written) then
          raise exception 'an import is applied once';
        end if;
        if old.undone_at is not null and (new.undone_at, new.undone_by, new.undo_reason)
           is distinct from (old.undone_at, old.undone_by, old.undo_reason) then
          raise exception 'an import is undone once';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger guard_import before update on core.sheet_import for each row
      when (old.applied_at is not null) execute function core.guard_sheet_import()`);
    await runner.query(`
      create function core.forget_sheet_file() returns trigger language plpgsql as $$
      begin
        new.content := null;
        ${OF_THE_FILE.map((column) => `new.${column} := null;`).join(' ')}
        return new;
      end $$`);
    await runner.query(`
      create trigger forget_file before update on core.sheet_import for each row
      when (new.faults is null and old.faults is not null) execute function core.forget_sheet_file()`);
    await runner.query('revoke update (content) on core.sheet_import from app_operator');
  }

  private async require(runner: QueryRunner, state: 'confirmed' | 'prepared'): Promise<void> {
    await runner.query('drop trigger agreement_of_new_rows on core.sheet_import');
    await requireState(runner, 'sheet_import', state, ['insert']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.require(runner, 'confirmed');
    await runner.query('drop trigger forget_file on core.sheet_import');
    await runner.query('grant update (content) on core.sheet_import to app_operator');
    await runner.query('drop trigger guard_import on core.sheet_import');
    await runner.query('drop function core.guard_sheet_import, core.forget_sheet_file');
    await runner.query(`
      create policy worker_forgets on core.sheet_import as restrictive for update to app_operator
      using ((select scope.works())) with check ((select scope.works()) and content is null)`);
    await runner.query(`
      revoke update (ready, ignored, faulty) on core.sheet_import from app_operator`);
    await runner.query(`
      alter table core.sheet_import drop constraint nothing_read_without_file, drop constraint applied_with_receipt,
        drop constraint undone_with_reason, drop constraint sheet_import_of_agreement,
        drop column reading, drop column reading_basis, drop column basis, drop column names, drop column changes,
        drop column unchanged, drop column digest, drop column applied_at, drop column applied_by,
        drop column applied_by_name, drop column applied_parts, drop column skipped, drop column written,
        drop column undone_at, drop column undone_by, drop column undone_by_name, drop column undo_reason,
        drop column kept`);
  }
}
