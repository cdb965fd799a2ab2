import 'reflect-metadata';
import { pino } from 'pino';
import { AuditTrail, inviteFirstOfPlatform, PasswordResetService } from '../access';
import { readConfig } from '../config';
import { textOf } from '../messages';
import { AuthScope } from '../platform/database/auth-scope';
import { Database } from '../platform/database/database';
import { BrokenRules } from '../platform/faults';
import { StartError } from '../platform/start-error';
import { runCommand } from './run-command';

const USAGE = 'usage: npm run admin -- create <email> | reset <email>';
const ORIGIN = { requestId: 'npm run admin', remoteAddress: '' };

/** What the command does for an e-mail; returns what it prints. */
type Verb = (database: Database, trail: AuditTrail, email: string) => Promise<string[]>;

const VERBS: Readonly<Record<string, Verb>> = { create, reset };

/**
 * `npm run admin -- create <email>`: invites the first administrator of the platform on an empty database;
 * `npm run admin -- reset <email>`: issues a token by which a member who has forgotten its password sets another.
 */
void runCommand(async () => {
  const [name = '', email] = process.argv.slice(2);
  const verb = VERBS[name];
  if (!verb || email === undefined) throw new StartError(USAGE);
  const { databaseUrl, database: settings } = readConfig();
  if (databaseUrl === undefined) throw new StartError('DATABASE_URL must be set / 请设置 DATABASE_URL');
  const database = new Database({ url: databaseUrl, ...settings });
  try {
    await database.start();
    const trail = new AuditTrail(database, pino());
    const lines = await verb(database, trail, email);
    await trail.settled();
    console.log(lines.join('\n'));
  } catch (error) {
    if (error instanceof BrokenRules) {
      throw new StartError(error.faults.map((fault) => textOf(fault, 'en')).join(' '));
    }
    throw error;
  } finally {
    await database.close();
  }
});

async function create(database: Database, trail: AuditTrail, email: string): Promise<string[]> {
  const at = new Date();
  const token = await AuthScope.run(
    database,
    async (scope) => inviteFirstOfPlatform(scope, { email, displayName: '平台管理员' }, at),
    'app_enrolment',
  );
  if (token === null) {
    throw new StartError(
      'The platform has an administrator already, who can invite others / 平台已有管理员，请由其邀请其他成员',
    );
  }
  // In the platform, without a member: it is done with the database's login.
  const nobody = { organisationId: null, memberId: null };
  trail.add({ ...ORIGIN, ...nobody, at, action: 'MEMBER_INVITED', after: { email } });
  return [
    `Invitation for ${email}, valid for 7 days, once / 邀请（7 天内有效，仅可使用一次）:`,
    `  ${token}`,
    'Accept it with the mutation acceptInvitation(input: { token, password }) / 用 acceptInvitation 设置密码',
  ];
}

async function reset(database: Database, trail: AuditTrail, email: string): Promise<string[]> {
  const resets = new PasswordResetService({ database, trail, clock: () => new Date() });
  const issued = await resets.issueOnServer(email, ORIGIN);
  if (issued === null) {
    throw new StartError(`No member has the e-mail ${email} / 没有在职成员使用该邮箱`);
  }
  return [
    `Reset of the password of ${email}, valid for 24 hours, once / 重置密码（24 小时内有效，仅可使用一次）:`,
    `  ${issued.token}`,
    'Use it with the mutation resetPassword(token, password) / 用 resetPassword 设置密码',
  ];
}
