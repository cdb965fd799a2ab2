import { randomUUID } from 'node:crypto';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type EntityManager, In, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import {
  Agreement,
  CompletionTerm,
  CompletionTotal,
  Indicator,
  Measure,
  Station,
  Target,
  Term,
  Zone,
} from './entities';
import { AuditEntry, Member, ServiceRecord } from './record.entities';
import { ComparisonRow, Completion, CompletionRow, type Figures, RecordInput } from './types';

export interface OrdinaryContext {
  organisationId: string;
  memberId: string;
  /** Runs in a transaction under the caller's scope. */
  scoped: <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>;
}

interface Sums {
  completed: number;
  target: number | null;
}

function figures({ completed, target }: Sums): { [Name in keyof Figures]: Figures[Name] } {
  return {
    completed: String(completed),
    target: target === null ? null : String(target),
    percent: target ? Math.round((completed / target) * 10_000) / 100 : null,
  };
}

@Resolver(() => ServiceRecord)
export class OrdinaryResolver {
  @Query(() => Completion)
  async completion(
    @Ctx() { scoped }: OrdinaryContext,
    @Arg('id', () => ID) id: string,
    @Arg('term', () => ID) term: string,
  ): Promise<Completion> {
    return scoped(async (manager) => {
      const agreement = await manager.findOneOrFail(Agreement, {
        where: { id },
        relations: { zones: true },
        order: { zones: { position: 'ASC' } },
      });
      const done = await manager.find(CompletionTerm, { where: { agreementId: id, termId: term } });
      const targets = await manager.find(Target, { where: { agreementId: id, termId: term } });
      const measures = await manager.find(Measure, {
        relations: { indicator: true },
        order: { indicator: { position: 'ASC' }, position: 'ASC' },
      });
      const rows = measures.flatMap((measure): CompletionRow[] => {
        const isOwn = (cell: CompletionTerm | Target): boolean =>
          cell.indicatorCode === measure.indicatorCode && cell.measureCode === measure.code;
        const own = done.filter(isOwn);
        const asked = targets.filter(isOwn);
        if (own.length + asked.length === 0) return [];
        const sum = (inScope: (cell: CompletionTerm | Target) => boolean): Sums => {
          const set = asked.filter(inScope);
          return {
            completed: own.filter(inScope).reduce((total, cell) => total + Number(cell.completed), 0),
            target: set.length === 0 ? null : set.reduce((total, cell) => total + Number(cell.value), 0),
          };
        };
        return [
          {
            indicator: measure.indicator,
            measure,
            total: figures(sum(() => true)),
            byZone: agreement.zones.map((zone) => ({
              zone,
              ...figures(sum((cell) => cell.zoneId === zone.id)),
            })),
          },
        ];
      });
      return { term: await manager.findOneByOrFail(Term, { id: term }), zones: agreement.zones, rows };
    });
  }

  @Query(() => [ComparisonRow])
  async comparison(
    @Ctx() { scoped }: OrdinaryContext,
    @Arg('stationIds', () => [ID], { nullable: true }) stationIds: string[] | null,
    @Arg('indicators', () => [String], { nullable: true }) indicators: string[] | null,
  ): Promise<ComparisonRow[]> {
    const key = stationIds ? 'station_id' : 'district_code';
    return scoped(async (manager) => {
      const query = manager
        .createQueryBuilder(CompletionTotal, 'c')
        .select(`c.${key}`, 'key')
        .addSelect('c.indicatorCode', 'indicatorCode')
        .addSelect('c.measureCode', 'measureCode')
        .addSelect('sum(c.completed)', 'completed')
        .addSelect('sum(c.target)', 'target')
        .groupBy(`c.${key}`)
        .addGroupBy('c.indicatorCode')
        .addGroupBy('c.measureCode');
      if (stationIds) query.andWhere('c.station_id in (:...stationIds)', { stationIds });
      if (indicators) query.andWhere('c.indicatorCode in (:...indicators)', { indicators });
      const rows = await query.getRawMany<SumRow>();
      const stations = stationIds ? await manager.find(Station, { where: { id: In(stationIds) } }) : [];
      const stationOf = new Map(stations.map((station) => [station.id, station]));
      return rows.map(({ key: id, indicatorCode, measureCode, completed, target }) => ({
        ...figures({ completed: Number(completed), target: Number(target) }),
        station: stationOf.get(id) ?? null,
        districtCode: stationIds ? null : id,
        indicatorCode,
        measureCode,
      }));
    });
  }

  @Query(() => [Station])
  async stations(
    @Ctx() { scoped }: OrdinaryContext,
    @Arg('first', () => Int) first: number,
  ): Promise<Station[]> {
    return scoped(async (manager) =>
      manager.find(Station, {
        relations: { agreements: { zones: { points: true } } },
        order: { name: 'ASC', id: 'ASC' },
        take: first,
      }),
    );
  }

  @Query(() => [ServiceRecord])
  async records(
    @Ctx() { scoped }: OrdinaryContext,
    @Arg('id', () => ID) id: string,
  ): Promise<ServiceRecord[]> {
    return scoped(async (manager) =>
      manager.find(ServiceRecord, {
        where: { agreementId: id },
        relations: { zone: true, indicator: true },
        order: { occurredOn: 'DESC', id: 'DESC' },
        take: 1000,
      }),
    );
  }

  @FieldResolver(() => [String])
  quantities(@Root() { quantities }: ServiceRecord): string[] {
    return Object.entries(quantities).map(([measure, value]) => `${measure} ${value}`);
  }

  @Mutation(() => [ServiceRecord])
  async record(
    @Ctx() { scoped, organisationId, memberId }: OrdinaryContext,
    @Arg('id', () => ID) id: string,
    @Arg('records', () => [RecordInput]) records: RecordInput[],
  ): Promise<ServiceRecord[]> {
    return scoped(async (manager) => {
      const agreement = await manager.findOneByOrFail(Agreement, { id });
      const member = await manager.findOneByOrFail(Member, { id: memberId });
      const now = new Date();
      const known = await manager.findBy(ServiceRecord, {
        agreementId: id,
        idempotencyKey: In(records.map(({ key }) => key)),
      });
      if (known.length > 0) return known;
      const made: ServiceRecord[] = [];
      for (const input of records) {
        await manager.findOneByOrFail(Indicator, { code: input.indicator });
        if (input.zoneId !== null) await manager.findOneByOrFail(Zone, { id: input.zoneId });
        const term = await manager.findOneByOrFail(Term, {
          agreement: { id },
          startsOn: LessThanOrEqual(input.occurredOn),
          endsOn: MoreThanOrEqual(input.occurredOn),
        });
        const { organisationId: operator, stationId, purchaserId, districtCode } = agreement;
        made.push(
          manager.create(ServiceRecord, {
            id: randomUUID(),
            organisationId: operator,
            agreementId: id,
            stationId,
            purchaserId,
            districtCode,
            termId: term.id,
            indicatorCode: input.indicator,
            occurredOn: input.occurredOn,
            revision: 1,
            quantities: { [input.measure]: input.value },
            note: input.note,
            zoneId: input.zoneId,
            idempotencyKey: input.key,
            recordedAt: now,
            recordedBy: memberId,
            revisedAt: now,
            revisedBy: memberId,
            recordedByName: member.displayName,
            revisedByName: member.displayName,
          }),
        );
      }
      const stored = await manager.save(made);
      await manager.insert(AuditEntry, {
        id: randomUUID(),
        organisationId,
        memberId,
        at: now,
        action: 'SERVICES_RECORDED',
        thing: 'Agreement',
        thingId: id,
        after: { recordIds: stored.map((row) => row.id) },
        remoteAddress: '',
        requestId: randomUUID(),
      });
      return stored;
    });
  }
}

interface SumRow {
  key: string;
  indicatorCode: string;
  measureCode: string;
  completed: string;
  target: string;
}
