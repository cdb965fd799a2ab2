import type { DemoAccount } from '../explorer';

interface Welcome {
  host: string;
  port: number;
  accounts?: readonly DemoAccount[];
  password?: string;
  /** The agreement whose table the example reads, and the account that may. */
  example?: { email: string; agreementId: string };
}

/** The message of a finished start: address, accounts, and one command that shows a real table. */
export function welcome({ host, port, accounts = [], password, example }: Welcome): string {
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const base = `http://${shown.includes(':') ? `[${shown}]` : shown}:${String(port)}`;
  const lines = [
    '',
    `${base}/console   The console: start here / 控制台，从这里开始`,
    `${base}/          Explorer and API / 接口浏览器`,
    `${base}/graphql   GraphQL API`,
  ];
  if (accounts.length > 0 && password !== undefined) {
    const width = Math.max(...accounts.map(({ email }) => email.length));
    lines.push(
      '',
      `Demo accounts / 示范账号   password / 密码: ${password}`,
      ...accounts.map(({ email, title }) => `  ${email.padEnd(width)}  ${title.zh} (${title.en})`),
    );
    if (example)
      lines.push('', 'A completion table / 一张指标完成情况表:', ...exampleLines(base, password, example));
  }
  return lines.join('\n');
}

/** A command that signs in and queries, in one line for a shell: node extracts the token from the answer. */
function exampleLines(
  base: string,
  password: string,
  { email, agreementId }: NonNullable<Welcome['example']>,
): string[] {
  const post = `curl -s ${base}/graphql -H 'content-type: application/json'`;
  const signIn = JSON.stringify({
    query: 'mutation($i:SignInInput!){signIn(input:$i){accessToken}}',
    variables: { i: { email, password } },
  });
  const table = JSON.stringify({
    query: `{agreement(id:"${agreementId}"){station{name} completion{timeProgressPercent rows{indicator{name} measure{name} total{target completed percent}}}}}`,
  });
  const token = `$(${post} -d ${quoted(signIn)} | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')`;
  return [`  ${post} -H "authorization: Bearer ${token}" -d ${quoted(table)}`];
}

/** A shell word in single quotes, whatever characters the password has. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
