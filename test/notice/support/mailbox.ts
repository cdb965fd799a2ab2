import { type ParsedMail, simpleParser } from 'mailparser';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { MAILS } from '../../kit/settings';

/** An e-mail as it arrived. */
interface Arrived {
  to: string;
  from: string;
  subject: string;
  text: string;
  messageId: string;
  mail: ParsedMail;
}

/** The mail server of those who are notified. */
export interface Mailbox {
  /** The settings of a server that sends through it. */
  settings: Record<string, string>;
  arrived: Arrived[];
  of: (email: string) => Arrived[];
  /** How it answers the next messages: takes them, or refuses with a code of SMTP. */
  answer: (code: number | null) => void;
  close: () => Promise<void>;
}

export async function startMailbox(): Promise<Mailbox> {
  const arrived: Arrived[] = [];
  let refusal: number | null = null;
  const refused = (): Error | null =>
    refusal === null ? null : Object.assign(new Error('not now'), { responseCode: refusal });
  const server = new SMTPServer({
    authMethods: ['PLAIN'],
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) => {
      if (username === 'stations' && password === 'opens-the-test-mailbox') done(null, { user: username });
      else done(new Error('unknown'));
    },
    onRcptTo: (_address, _session, done) => {
      done(refused());
    },
    onData: (stream, session, done) => {
      simpleParser(stream).then((mail) => {
        arrived.push({
          to: session.envelope.rcptTo.map(({ address }) => address).join(),
          from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          messageId: mail.messageId ?? '',
          mail,
        });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    settings: { ...MAILS, SMTP_URL: `smtp://stations:opens-the-test-mailbox@127.0.0.1:${port}` },
    arrived,
    of: (email) => arrived.filter(({ to }) => to === email),
    answer: (code) => {
      refusal = code;
    },
    close: async () => new Promise((resolve) => server.close(() => resolve())),
  };
}
