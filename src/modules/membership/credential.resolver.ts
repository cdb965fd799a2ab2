import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Asserts, type Context, type CredentialService, type SignInService } from '../../access';
import { Cost, PASSWORD_CHECK } from '../../platform/graphql/limits/cost';
import { payload } from '../../platform/graphql/user-error.type';
import { SessionPayload } from '../directory';
import { AcceptInvitationInput, ChangePasswordInput, ChangePasswordPayload } from './member.type';

@Resolver()
export class CredentialResolver {
  constructor(
    private readonly service: CredentialService,
    private readonly signIn: SignInService,
  ) {}

  @Cost({ weight: 2 * PASSWORD_CHECK })
  @Mutation(() => SessionPayload, {
    description: '接受邀请: sets the password and signs in. Needs no authentication but the token.',
  })
  async acceptInvitation(
    @Ctx() { caller }: Context,
    @Arg('input', () => AcceptInvitationInput) { token, password }: AcceptInvitationInput,
  ): Promise<SessionPayload> {
    return payload(caller.language, async () => {
      const email = await this.service.accept(token, password, caller.origin, caller.aside);
      const { session, ...tokens } = await this.signIn.signIn(
        { email, password },
        caller.origin,
        caller.aside,
      );
      await caller.switchSession(session);
      return tokens;
    });
  }

  @Asserts('password.change')
  @Cost({ weight: 2 * PASSWORD_CHECK })
  @Mutation(() => ChangePasswordPayload, {
    description: '修改密码: requires the current password; ends your other sessions.',
  })
  async changePassword(
    @Ctx() { caller }: Context,
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
  ): Promise<ChangePasswordPayload> {
    const { session } = caller.assert('password.change');
    return payload(caller.language, async () => {
      await this.service.change(session, input, caller.origin, caller.aside);
      return { changed: true };
    });
  }
}
