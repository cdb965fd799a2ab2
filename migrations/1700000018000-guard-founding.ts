import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An organisation is administered from the day its first administrator has joined, permanently: otherwise a founding
 * invitation could be used again. The sign-in role may set it only for the organisation whose administrator is joining.
 */
export class GuardFounding1700000018000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function core.guard_founding() returns trigger language plpgsql as $$
      begin
        if old.administered and not new.administered then
          raise exception 'an organisation stays administered' using errcode = 'insufficient_privilege';
        end if;
        -- Two conditions, because other roles may not read members at all.
        if current_user = 'app_auth' and new.administered and not old.administered then
          if not exists (select from core.member m where m.organisation_id = new.id
                            and m.id = (select scope.auth_member_id()) and m.role = 'ADMIN' and m.left_at is null) then
            raise exception 'no administrator of the organisation is joining' using errcode = 'insufficient_privilege';
          end if;
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger guard_founding before update of administered on core.organisation
      for each row execute function core.guard_founding()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger guard_founding on core.organisation');
    await runner.query('drop function core.guard_founding');
  }
}
