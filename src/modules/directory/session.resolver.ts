import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Asserts, type Context, type SignInService } from '../../access';
import { Cost, PASSWORD_CHECK } from '../../platform/graphql/limits/cost';
import { payload } from '../../platform/graphql/user-error.type';
import type { ViewerRow } from './viewer.repository';
import type { ViewerService } from './viewer.service';
import { SessionPayload, SignInInput, ViewerType } from './viewer.type';

@Resolver(() => SessionPayload)
export class SessionResolver {
  constructor(
    private readonly service: SignInService,
    private readonly viewers: ViewerService,
  ) {}

  @Cost({ weight: PASSWORD_CHECK })
  @Mutation(() => SessionPayload, { description: '登录. Requires no session.' })
  async signIn(
    @Ctx() { caller }: Context,
    @Arg('input', () => SignInInput) input: SignInInput,
  ): Promise<SessionPayload> {
    return payload(caller.language, async () => {
      const { session, ...tokens } = await this.service.signIn(input, caller.origin, caller.aside);
      await caller.switchSession(session);
      return tokens;
    });
  }

  @Mutation(() => SessionPayload, {
    description:
      'Rotates the refresh token: the given one becomes invalid. Reusing it ends every session derived from it.',
  })
  async refreshSession(
    @Ctx() { caller }: Context,
    @Arg('refreshToken', () => String) refreshToken: string,
  ): Promise<SessionPayload> {
    return payload(caller.language, async () => {
      const { session, ...tokens } = await this.service.refresh(refreshToken, caller.origin);
      await caller.switchSession(session);
      return tokens;
    });
  }

  @Asserts('session.end')
  @Mutation(() => Boolean, {
    description: '退出登录: ends the session at once and invalidates its access token.',
  })
  async signOut(@Ctx() { caller }: Context): Promise<boolean> {
    const { session } = caller.assert('session.end');
    await this.service.signOut(session, caller.origin);
    await caller.switchSession(null);
    return true;
  }

  @FieldResolver(() => ViewerType, { nullable: true })
  async viewer(
    @Ctx() { caller }: Context,
    @Root() { accessToken }: SessionPayload,
  ): Promise<ViewerRow | null> {
    return accessToken === undefined ? null : this.viewers.read(caller);
  }
}
