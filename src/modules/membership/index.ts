export { ApiKeyResolver } from './api-key.resolver';
export { ApiKeyService } from './api-key.service';
export { CredentialResolver } from './credential.resolver';
export { FoundingResolver } from './founding.resolver';
export { FoundingService } from './founding.service';
export { MemberResolver } from './member.resolver';
export { MembershipService } from './membership.service';
