import { AMENDMENTS } from './amendment';
import { ASSESSMENT } from './assessment';
import type { Chapters } from './cast';
import { IMPORTS } from './imports';
import { MEMBERS, SESSIONS } from './members';
import { MONEY } from './money';
import { REPORTING } from './reporting';
import { RESETS } from './resets';
import { SELF_REPORTS } from './self-reports';
import { SERVICE } from './service';
import { STAFF } from './staff';
import { WEBHOOKS } from './webhooks';

export { castOf, type Cast, type Payload } from './cast';

/** Every mutation of the schema, in an order in which each can be performed. A new one is added here. */
export const STORY: Chapters = {
  ...SERVICE,
  ...IMPORTS,
  ...AMENDMENTS,
  ...REPORTING,
  ...MONEY,
  ...STAFF,
  ...ASSESSMENT,
  ...SELF_REPORTS,
  ...RESETS,
  ...WEBHOOKS,
  ...MEMBERS,
  ...SESSIONS,
};
