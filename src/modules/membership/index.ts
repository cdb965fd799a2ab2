import type { CredentialService, MailedResets, PasswordResetService, SignInService } from '../../access';
import type { DistrictDirectory, OrganisationService, ViewerService } from '../directory';
import { AdministratorResetResolver } from './administrator-reset.resolver';
import { AdministratorResetService } from './administrator-reset.service';
import { ApiKeyResolver } from './api-key.resolver';
import { ApiKeyService } from './api-key.service';
import { CredentialResolver } from './credential.resolver';
import { FoundingResolver } from './founding.resolver';
import { FoundingService } from './founding.service';
import { MemberResolver } from './member.resolver';
import { MembershipService } from './membership.service';
import { RenamingResolver } from './renaming.resolver';
import { RenamingService } from './renaming.service';

interface MembershipDependencies {
  credentials: CredentialService;
  districts: DistrictDirectory;
  mailedResets: MailedResets;
  organisations: OrganisationService;
  resets: PasswordResetService;
  signIn: SignInService;
  viewers: ViewerService;
}

export function createMembership({
  credentials,
  districts,
  mailedResets,
  organisations,
  resets,
  signIn,
  viewers,
}: MembershipDependencies) {
  const resolvers = [
    new AdministratorResetResolver(new AdministratorResetService(mailedResets, resets), organisations),
    new ApiKeyResolver(new ApiKeyService(), viewers),
    new CredentialResolver(credentials, resets, signIn, mailedResets),
    new FoundingResolver(new FoundingService(districts), organisations),
    new MemberResolver(new MembershipService(), viewers),
    new RenamingResolver(new RenamingService(), organisations),
  ];
  return { resolvers };
}
