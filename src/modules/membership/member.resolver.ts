import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Asserts, type Context } from '../../access';
import { type Connection, PageArgs } from '../../platform/graphql/connection';
import { payload } from '../../platform/graphql/user-error.type';
import { StationType, type ViewerService } from '../directory';
import type { MemberRow } from './member.repository';
import {
  ChangeMemberInput,
  InvitationPayload,
  InviteMemberInput,
  MemberConnection,
  MemberPayload,
  MemberType,
  PasswordResetPayload,
} from './member.type';
import type { MembershipService } from './membership.service';

@Resolver(() => MemberType)
export class MemberResolver {
  constructor(
    private readonly service: MembershipService,
    private readonly viewers: ViewerService,
  ) {}

  @Asserts('member.read')
  @Query(() => MemberConnection, {
    description: '本单位成员, by name in pinyin order, including those who left. For administrators.',
  })
  async members(@Ctx() { caller }: Context, @Args() page: PageArgs): Promise<Connection<MemberType>> {
    return this.service.list(caller, page);
  }

  @Asserts('member.manage')
  @Mutation(() => InvitationPayload, {
    description: '邀请成员: returns a token to give to the person; it can be used once, within 7 days.',
  })
  async inviteMember(
    @Ctx() { caller }: Context,
    @Arg('input', () => InviteMemberInput) input: InviteMemberInput,
  ): Promise<InvitationPayload> {
    return payload(caller.language, async () => this.service.invite(caller, input));
  }

  @Asserts('member.manage')
  @Mutation(() => InvitationPayload, {
    description: '重新邀请: creates a new token for a member who has not joined yet.',
  })
  async renewInvitation(
    @Ctx() { caller }: Context,
    @Arg('memberId', () => ID) memberId: string,
  ): Promise<InvitationPayload> {
    return payload(caller.language, async () => this.service.renew(caller, memberId));
  }

  @Asserts('member.manage')
  @Mutation(() => MemberPayload, {
    description: '修改成员: changes a member; its existing access tokens become invalid.',
  })
  async changeMember(
    @Ctx() { caller }: Context,
    @Arg('input', () => ChangeMemberInput) input: ChangeMemberInput,
  ): Promise<MemberPayload> {
    return payload(caller.language, async () => ({ member: await this.service.change(caller, input) }));
  }

  @Asserts('member.manage')
  @Mutation(() => MemberPayload, {
    description: '移除成员: removes a member and ends its sessions. What it recorded is kept.',
  })
  async removeMember(
    @Ctx() { caller }: Context,
    @Arg('memberId', () => ID) memberId: string,
  ): Promise<MemberPayload> {
    return payload(caller.language, async () => ({ member: await this.service.remove(caller, memberId) }));
  }

  @Asserts('member.manage')
  @Mutation(() => PasswordResetPayload, {
    description:
      '签发重置密码链接: for a member of your organisation who has joined; returns a token to give to the person, which works once, within 24 hours. The member keeps id, role and history.',
  })
  async issuePasswordReset(
    @Ctx() { caller }: Context,
    @Arg('memberId', () => ID) memberId: string,
  ): Promise<PasswordResetPayload> {
    return payload(caller.language, async () => this.service.issueReset(caller, memberId));
  }

  @FieldResolver(() => [StationType], {
    nullable: true,
    description: 'Stations the member is limited to; null: no limit.',
  })
  async stations(@Ctx() { caller }: Context, @Root() member: MemberRow): Promise<StationType[] | null> {
    return this.viewers.stations(caller, member);
  }
}
