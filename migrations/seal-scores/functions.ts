import type { QueryRunner } from 'typeorm';

const DAY = (instant: string): string => `(${instant} at time zone 'Asia/Shanghai')::date`;
const SCOPE = 'organisation_id, agreement_id, station_id, purchaser_id, district_code';
const GIVEN = 'score, items, on_paper, reason, scored_at, scored_by';

/**
 * Gives a score its place among the parties of the assessment, and keeps the earlier one where it had been seen. Locks the
 * assessment: of the last scores of two parties the later one finds the other. What is out of scope is left to the policies.
 */
export async function placeScores(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function core.place_score() returns trigger language plpgsql as $$
    declare
      whole record;
      place record;
    begin
      select a.to_day, a.sealed, a.unsealed_at into whole from core.assessment a
       where a.organisation_id = new.organisation_id and a.id = new.assessment_id
         and a.closed_at is null and a.cancelled_at is null for update;
      if not found then return new; end if;
      select p.part, p.party, p.maximum, p.items, p.item_maxima, p.assessor_id into place from core.assessment_part p
       where p.organisation_id = new.organisation_id and p.assessment_id = new.assessment_id and p.party = new.party
         and p.ended_at is null and (new.part is null or p.part = new.part) order by p.part limit 1;
      if not found then
        raise exception 'no such party scores' using errcode = 'check_violation';
      end if;
      new.part := place.part;
      new.maximum := place.maximum;
      new.assessor_id := place.assessor_id;
      new.sealed := whole.sealed;
      if cardinality(new.items) <> cardinality(place.items) or (cardinality(place.items) > 0 and (
           new.score is distinct from (select sum(i) from unnest(new.items) i)
           or exists (select from unnest(new.items, place.item_maxima) u(score, maximum)
                       where u.score is null or u.score < 0 or u.score > u.maximum))) then
        raise exception 'the items are not those of the score' using errcode = 'check_violation';
      end if;
      if (place.party = 'OTHER' and not new.on_paper)
         or (place.party <> 'OTHER' and new.on_paper and ${DAY('new.scored_at')} < whole.to_day + 30) then
        raise exception 'this score is not entered from paper now' using errcode = 'check_violation';
      end if;
      if tg_op = 'UPDATE' and whole.unsealed_at is not null then
        if new.reason is null then
          raise exception 'a score that was seen is changed for a reason' using errcode = 'check_violation';
        end if;
        insert into core.assessment_score_version (${SCOPE}, assessment_id, part, revision, party, assessor_id, sealed, ${GIVEN})
        select old.organisation_id, old.agreement_id, old.station_id, old.purchaser_id, old.district_code,
               old.assessment_id, old.part, 1 + (select count(*) from core.assessment_score_version v
                 where v.organisation_id = old.organisation_id and v.assessment_id = old.assessment_id and v.part = old.part),
               old.party, old.assessor_id, whole.sealed, old.score, old.items, old.on_paper, old.reason, old.scored_at, old.scored_by;
      end if;
      return new;
    end $$`);
  await runner.query(`
    create trigger place_score before insert or update of score, items, on_paper, reason on core.assessment_score
    for each row execute function core.place_score()`);
}

/** All are in: the scores are no longer sealed. */
export async function countScores(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function core.count_score() returns trigger language plpgsql as $$
    begin
      update core.assessment_part set scored_at = new.scored_at
       where organisation_id = new.organisation_id and assessment_id = new.assessment_id and part = new.part;
      if not exists (select from core.assessment_part p where p.organisation_id = new.organisation_id
                        and p.assessment_id = new.assessment_id and p.ended_at is null and p.scored_at is null) then
        update core.assessment set sealed = false, unsealed_at = coalesce(unsealed_at, (
            select max(p.scored_at) from core.assessment_part p where p.organisation_id = new.organisation_id
               and p.assessment_id = new.assessment_id and p.ended_at is null))
         where organisation_id = new.organisation_id and id = new.assessment_id and sealed;
      end if;
      return null;
    end $$`);
  await runner.query(`
    create trigger count_score after insert or update of score, items, on_paper, reason on core.assessment_score
    for each row execute function core.count_score()`);
  await runner.query(`
    create function core.refuse_early_unsealing() returns trigger language plpgsql as $$
    begin
      if new.unsealed_reason is null and exists (
           select from core.assessment_part p where p.organisation_id = new.organisation_id
              and p.assessment_id = new.id and p.ended_at is null and p.scored_at is null) then
        raise exception 'scores are missing: they are opened for a reason' using errcode = 'check_violation';
      end if;
      return new;
    end $$`);
  await runner.query(`
    create trigger refuse_early_unsealing before update of sealed on core.assessment for each row
    when (old.sealed and not new.sealed) execute function core.refuse_early_unsealing()`);
}

/** Not before the last day, not with a tied assessor, and with the exact sum of the scores that count. */
export async function refuseClosing(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create function core.refuse_closing() returns trigger language plpgsql as $$
    begin
      if ${DAY('new.closed_at')} < new.to_day then
        raise exception 'the assessment lasts longer' using errcode = 'check_violation';
      end if;
      if exists (select from core.declared_tie t
                  where t.organisation_id = new.organisation_id and t.assessor_id = new.assessor_id) then
        raise exception 'the assessor is tied to the operator' using errcode = 'check_violation';
      end if;
      if new.total is distinct from (
           select case when count(*) = count(s.score) then sum(s.score) end
             from core.assessment_part p
             left join core.assessment_score s on s.organisation_id = p.organisation_id
              and s.assessment_id = p.assessment_id and s.part = p.part
            where p.organisation_id = new.organisation_id and p.assessment_id = new.id and p.ended_at is null) then
        raise exception 'the total is not the sum of the scores' using errcode = 'check_violation';
      end if;
      return new;
    end $$`);
  await runner.query(`
    create trigger refuse_closing before update of closed_at on core.assessment for each row
    when (old.closed_at is null and new.closed_at is not null) execute function core.refuse_closing()`);
}
