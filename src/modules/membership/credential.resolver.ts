import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import {
  Asserts,
  type Caller,
  type Context,
  type CredentialService,
  type MailedResets,
  type PasswordResetService,
  type SignInService,
} from '../../access';
import { Cost, PASSWORD_CHECK } from '../../platform/graphql/limits/cost';
import { payload } from '../../platform/graphql/user-error.type';
import { SessionPayload } from '../directory';
import {
  AcceptInvitationInput,
  ChangePasswordInput,
  ChangePasswordPayload,
  PasswordResetRequestPayload,
} from './member.type';

@Resolver()
export class CredentialResolver {
  constructor(
    private readonly service: CredentialService,
    private readonly resets: PasswordResetService,
    private readonly signIn: SignInService,
    private readonly mailed: MailedResets,
  ) {}

  @Cost({ weight: 2 * PASSWORD_CHECK })
  @Mutation(() => SessionPayload, {
    description: '接受邀请: sets the password and signs in. Needs no authentication but the token.',
  })
  async acceptInvitation(
    @Ctx() { caller }: Context,
    @Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput,
  ): Promise<SessionPayload> {
    return payload(caller.language, async () => {
      const email = await this.service.accept(input, caller.origin, caller.aside);
      return this.signedIn(caller, email, input.password);
    });
  }

  @Cost({ weight: 2 * PASSWORD_CHECK })
  @Mutation(() => SessionPayload, {
    description:
      '重置密码: sets another password and signs in; all other sessions end. Needs no authentication but the token of a link, which works once.',
  })
  async resetPassword(
    @Ctx() { caller }: Context,
    @Arg('token', () => String) token: string,
    @Arg('password', () => String, { description: 'At least 12 characters, and not a common password.' })
    password: string,
  ): Promise<SessionPayload> {
    return payload(caller.language, async () => {
      const email = await this.resets.reset(token, password, caller.origin, caller.aside);
      return this.signedIn(caller, email, password);
    });
  }

  @Cost({ weight: PASSWORD_CHECK })
  @Mutation(() => PasswordResetRequestPayload, {
    description:
      '申请重置密码: sends a link to the e-mail, if it is that of a member. The answer is the same if it is not. Needs no authentication.',
  })
  async requestPasswordReset(
    @Ctx() { caller }: Context,
    @Arg('email', () => String) email: string,
  ): Promise<PasswordResetRequestPayload> {
    return payload(caller.language, async () => {
      this.mailed.request(email, caller.origin);
      return Promise.resolve({ requested: true });
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

  private async signedIn(
    caller: Caller,
    email: string,
    password: string,
  ): Promise<Omit<SessionPayload, 'userErrors'>> {
    const credentials = { email, password };
    const { session, ...tokens } = await this.signIn.signIn(credentials, caller.origin, caller.aside);
    await caller.switchSession(session);
    return tokens;
  }
}
