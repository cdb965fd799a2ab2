import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { type Connection, PageArgs } from '../../platform/graphql/connection';
import type { AuditLogService } from './audit-log.service';
import { AuditEntryConnection, type AuditEntryType, AuditFilter } from './audit-entry.type';

@Resolver()
export class AuditLogResolver {
  constructor(private readonly service: AuditLogService) {}

  @Asserts('audit.read')
  @Query(() => AuditEntryConnection, {
    description:
      '本单位操作日志, newest first. For administrators. The log of a bureau has an entry for each agreement read.',
  })
  async auditLog(
    @Ctx() { caller }: Context,
    @Arg('filter', () => AuditFilter, { nullable: true }) filter: AuditFilter | null,
    @Args() page: PageArgs,
  ): Promise<Connection<AuditEntryType>> {
    return this.service.list(caller, filter ?? null, page);
  }
}
