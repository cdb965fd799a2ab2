import { StartError } from '../start-error';

/** What to change, by the code or message of the error. */
const ADVICE: readonly (readonly [fault: RegExp, advice: string])[] = [
  [
    /does not support SSL connections/,
    'the server offers no TLS: set "ssl = on" there, or sslmode=disable in the URL / 服务器未启用 TLS，请在服务器启用，或在 URL 中写 sslmode=disable',
  ],
  [
    /SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|CERT_UNTRUSTED/,
    'the certificate is signed by nobody that this machine trusts: add sslmode=verify-full&sslrootcert=/path/to/ca.pem to the URL / 证书不受信任，请在 URL 中加 sslmode=verify-full&sslrootcert=CA 证书路径',
  ],
  [
    /ALTNAME_INVALID/,
    'the certificate is for another host: use the name that is in it / 证书与主机名不符，请改用证书上的主机名',
  ],
  [/CERT_(HAS_EXPIRED|NOT_YET_VALID)/, "renew the server's certificate / 证书不在有效期内，请更新"],
  [
    /EPROTO|ERR_SSL|establishing an SSL connection|TLS connection was established/,
    'TLS could not be agreed on: check sslmode in the URL and "ssl" of the server / TLS 连接失败，请检查 URL 中的 sslmode 及服务器的 ssl 设置',
  ],
  [
    /no encryption/,
    'the server wants TLS, or does not admit this machine: add sslmode=verify-full to the URL, or a line to pg_hba.conf / 服务器要求 TLS 或不接受本机，请在 URL 中加 sslmode=verify-full，或修改 pg_hba.conf',
  ],
  [/pg_hba\.conf/, 'admit this machine and login in pg_hba.conf / 请在 pg_hba.conf 中允许本机和该账号'],
  [/not permitted to log in/, 'give the login LOGIN (alter role … login) / 请为该账号授予 LOGIN'],
  [
    /28P01|28000|SASL/,
    'check the login and its password; it must exist (create role … login password …) / 请核对账号和密码，账号须已创建',
  ],
  [
    /3D000/,
    'create the database (create database … owner …), or correct its name / 数据库不存在，请先创建或更正名称',
  ],
  [
    /53300/,
    'too many connections: raise max_connections, lower POOL_SIZE, or try again later / 连接数已满，请调整 max_connections 或 POOL_SIZE，或稍后重试',
  ],
  [/57P0[1-5]/, 'PostgreSQL is starting or stopping: try again shortly / 数据库正在启动或停止，请稍后重试'],
  [/25006/, 'the database can only be read: name the primary / 数据库只读，请改为主库'],
  [/ENOTFOUND|EAI_AGAIN/, "the host's name is unknown here: correct it / 找不到该主机名，请更正"],
  [
    /ECONN|ETIMEDOUT|EPIPE|UNREACH|timeout|terminated/,
    'check host and port, and that PostgreSQL runs and can be reached / 请核对主机和端口，并确认数据库已启动且可访问',
  ],
];

/** The message for a wrong address, login or TLS of a database; null for any other error. */
export function whyNoConnection(error: unknown, variable = 'DATABASE_OWNER_URL'): StartError | null {
  const { code, message = '' } = error as { code?: string; message?: string };
  const detail = [code, message].filter(Boolean).join(' ');
  const advice = ADVICE.find(([fault]) => fault.test(detail))?.[1];
  if (advice === undefined) return null;
  return new StartError(`${variable}: cannot connect (${detail}): ${advice}`, { cause: error });
}
