import 'reflect-metadata';
import { pino } from 'pino';
import { AuditTrail, inviteFirstOfPlatform } from '../access';
import { readConfig } from '../config';
import { textOf } from '../messages';
import { AuthScope } from '../platform/database/auth-scope';
import { Database } from '../platform/database/database';
import { BrokenRules } from '../platform/faults';
import { StartError } from '../platform/start-error';
import { runCommand } from './run-command';

const USAGE = 'usage: npm run admin -- create <email>';

/** `npm run admin -- create <email>`: invites the first administrator of the platform on an empty database. */
void runCommand(async () => {
  const [verb, email] = process.argv.slice(2);
  if (verb !== 'create' || email === undefined) throw new StartError(USAGE);
  const { databaseUrl, database: settings } = readConfig();
  if (databaseUrl === undefined) throw new StartError('DATABASE_URL must be set / 请设置 DATABASE_URL');
  const database = new Database({ url: databaseUrl, ...settings });
  try {
    await database.start();
    const token = await AuthScope.run(
      database,
      async (scope) => inviteFirstOfPlatform(scope, { email, displayName: '平台管理员' }, new Date()),
      'app_enrolment',
    );
    if (token === null) {
      throw new StartError(
        'The platform has an administrator already, who can invite others / 平台已有管理员，请由其邀请其他成员',
      );
    }
    await recordAudit(database, email);
    console.log(
      [
        `Invitation for ${email}, valid for 7 days, once / 邀请（7 天内有效，仅可使用一次）:`,
        `  ${token}`,
        'Accept it with the mutation acceptInvitation(input: { token, password }) / 用 acceptInvitation 设置密码',
      ].join('\n'),
    );
  } catch (error) {
    if (error instanceof BrokenRules) {
      throw new StartError(error.faults.map((fault) => textOf(fault, 'en')).join(' '));
    }
    throw error;
  } finally {
    await database.close();
  }
});

/** Audits in the platform, without a member: it is done with the database's login. */
async function recordAudit(database: Database, email: string): Promise<void> {
  const trail = new AuditTrail(database, pino());
  trail.add({
    organisationId: null,
    memberId: null,
    at: new Date(),
    action: 'MEMBER_INVITED',
    after: { email },
    remoteAddress: '',
    requestId: 'npm run admin',
  });
  await trail.settled();
}
