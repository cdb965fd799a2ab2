import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** A key and its self-signed certificate; both are of the tests alone, and open nothing. */
export interface Identity {
  key: string;
  cert: string;
}

/** For 127.0.0.1. */
export const LOCALHOST: Identity = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg1/m9ji7EoanygpWm
H1le2eI+0SntuJwR8hZAOlZ9akOhRANCAAQLMl3x3ixftA7iAycU3Uw4w4o0o0qY
OZdotvDp6WkGmwRxOSX+8J8UdR70RfBSAdLsGzI759B/7nPlkjXh027n
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBbjCCARSgAwIBAgIBATAKBggqhkjOPQQDAjAdMRswGQYDVQQDDBJzdGF0aW9u
cyB0ZXN0IGhlcmUwIBcNMDAwMTAxMDAwMDAwWhgPMjA5OTEyMzEyMzU5NTlaMB0x
GzAZBgNVBAMMEnN0YXRpb25zIHRlc3QgaGVyZTBZMBMGByqGSM49AgEGCCqGSM49
AwEHA0IABAsyXfHeLF+0DuIDJxTdTDjDijSjSpg5l2i28OnpaQabBHE5Jf7wnxR1
HvRF8FIB0uwbMjvn0H/uc+WSNeHTbuejQzBBMA8GA1UdEQQIMAaHBH8AAAEwDwYD
VR0TAQH/BAUwAwEB/zAdBgNVHQ4EFgQU3KOiMi8zTto3wn3jS6k9PkWWlSIwCgYI
KoZIzj0EAwIDSAAwRQIgIoUfS47e0b3zA9Q8fgRX2yiMoi8TIISxE0LyMy+1H2EC
IQCmT3SH4t1nChyDgE3NPDHI6XuvjHI+kKhxO84xCnXa+w==
-----END CERTIFICATE-----
`,
};

/** For a host of another name. */
export const OTHER_HOST: Identity = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgm6lMb4tuCxHZpwF/
pNt/Bw2M2WlP9CrM7tQBXOinLf+hRANCAATPAbh6KHfaM9KdEQist9VO2gjAtpn3
ibRq16hOTMkTPMXK/DTcl0PON+IU+N2ZNOR9lsHvxvb7lyUzZn9dSYS7
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBhTCCASugAwIBAgIBAjAKBggqhkjOPQQDAjAiMSAwHgYDVQQDDBdzdGF0aW9u
cyB0ZXN0IGVsc2V3aGVyZTAgFw0wMDAxMDEwMDAwMDBaGA8yMDk5MTIzMTIzNTk1
OVowIjEgMB4GA1UEAwwXc3RhdGlvbnMgdGVzdCBlbHNld2hlcmUwWTATBgcqhkjO
PQIBBggqhkjOPQMBBwNCAATPAbh6KHfaM9KdEQist9VO2gjAtpn3ibRq16hOTMkT
PMXK/DTcl0PON+IU+N2ZNOR9lsHvxvb7lyUzZn9dSYS7o1AwTjAcBgNVHREEFTAT
ghFlbHNld2hlcmUuZXhhbXBsZTAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBQZ
KfHgBL79/S9nbmt74tef3WWJzzAKBggqhkjOPQQDAgNIADBFAiAPGHg7a47tMvlL
uN2DTXFxb4W/Kevhclg6Bs9vfFiXSQIhAPcLOoc4TP+OmdclkPHWv3uFMSMbOmiF
0sz8d5JwQMd0
-----END CERTIFICATE-----
`,
};

/** The way to PostgreSQL through TLS, or through a server that offers none; `url` leads through it. */
export interface TlsProxy {
  url: string;
  close: () => Promise<void>;
}

/** PostgreSQL's own handshake: the client asks for TLS in eight bytes, and is answered S or N. */
export async function startTlsProxy(url: string, identity: Identity | null): Promise<TlsProxy> {
  const target = new URL(url);
  const open = new Set<Socket>();
  const server = createServer((near) => {
    open.add(near);
    near.on('error', () => undefined);
    near.once('data', () => {
      near.write(identity ? 'S' : 'N');
      if (!identity) return;
      const inside = new TLSSocket(near, { isServer: true, ...identity });
      const far = connect(Number(target.port), target.hostname);
      open.add(far);
      for (const end of [inside, far]) end.on('error', () => undefined);
      inside.on('close', () => far.destroy());
      far.on('close', () => inside.destroy());
      inside.pipe(far).pipe(inside);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.toString(),
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
