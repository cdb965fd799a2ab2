import { domainToASCII } from 'node:url';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const CREDENTIAL = 'auth.credential';
const MEMBER = 'core.member';

/**
 * Stores and looks up e-mails in their normal form, the domain in ASCII. One whose normal form is taken by another
 * member is unchanged.
 */
export class FoldEmails1700000023200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of [CREDENTIAL, MEMBER])
      await runner.query(`alter table ${table} no force row level security`);
    const rows = (await runner.query(
      `select email from ${CREDENTIAL} where email ~ '[^!-~]' union
       select email from ${MEMBER} where email ~ '[^!-~]' order by 1`,
    )) as { email: string }[];
    for (const { email } of rows) await this.fold(runner, email, folded(email));
    for (const table of [CREDENTIAL, MEMBER]) {
      await runner.query(`alter table ${table} force row level security`);
      await runner.query(
        `alter table ${table} add constraint email_domain_is_ascii check (email ~ '@[!-?A-~]+$') not valid`,
      );
    }
  }

  private async fold(runner: QueryRunner, email: string, normal: string): Promise<void> {
    if (!/^[^@]+@[!-?A-~]+$/.test(normal)) return;
    await runner.query(
      `update ${CREDENTIAL} set email = $2
        where email = $1 and not exists (select from ${CREDENTIAL} where email = $2)`,
      [email, normal],
    );
    await runner.query(
      `update ${MEMBER} set email = $2
        where email = $1 and not exists (select from ${CREDENTIAL} where email = $1)`,
      [email, normal],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [CREDENTIAL, MEMBER])
      await runner.query(`alter table ${table} drop constraint email_domain_is_ascii`);
  }
}

/** Same as src/access/email.ts. */
function folded(email: string): string {
  const text = email
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu, '')
    .normalize('NFC')
    .replace(/[\p{White_Space}\u2800]+/gu, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFKC');
  const at = text.lastIndexOf('@');
  return text.slice(0, at + 1) + domainToASCII(text.slice(at + 1));
}
