// Puts load on a server, as a process of its own: a given number of connections, each sending its next request once it has its response.
import { Buffer } from 'node:buffer';
import { performance } from 'node:perf_hooks';
import { Client } from 'undici';

/** Sends one request on one connection; returns its duration and response. */
function once(client, { method, path, headers, body }) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let status = 0;
    const chunks = [];
    client.dispatch(
      { method, path, headers, body },
      {
        onConnect() {},
        onHeaders(code) {
          status = code;
          return true;
        },
        onData(chunk) {
          chunks.push(chunk);
          return true;
        },
        onComplete() {
          resolve({ status, took: performance.now() - started, chunks });
        },
        onError: reject,
      },
    );
  });
}

/** Connections take the `asks` in rotation; @@ in a body is replaced by unique twelve hexadecimal digits. */
async function load({ url, asks, connections, seconds, most, run }) {
  const took = [];
  let bad = 0;
  let sent = 0;
  let sample = '';
  const end = performance.now() + seconds * 1000;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      const client = new Client(url, { pipelining: 1 });
      const { path, headers, body } = asks[connection % asks.length];
      while (performance.now() < end && sent < most) {
        sent += 1;
        const fresh = body.includes('@@')
          ? body.replaceAll('@@', run + sent.toString(16).padStart(5, '0'))
          : body;
        const answer = await once(client, { method: 'POST', path, headers, body: fresh });
        took.push(answer.took);
        const text = () => Buffer.concat(answer.chunks).toString('utf8');
        if (sample === '') sample = text();
        if (answer.status !== 200) {
          bad += 1;
          sample = `${answer.status} ${text()}`;
        }
      }
      await client.close();
    }),
  );
  const elapsed = (performance.now() - started) / 1000;
  took.sort((one, other) => one - other);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return {
    requests: took.length,
    perSecond: took.length / elapsed,
    p50: at(0.5),
    p99: at(0.99),
    bad,
    sample,
  };
}

process.on('disconnect', () => process.exit(0));
process.on('message', (job) => {
  load(job).then(
    (done) => process.send(done),
    (error) => process.send({ failed: String(error) }),
  );
});
process.send('ready');
