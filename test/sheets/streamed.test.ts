import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const ROWS = 100_000;

/** In a process of its own, of what the build has made: so its memory is that of the file alone. */
const SCRIPT = `
const { writeRows } = require(process.argv[1]);
const columns = Array.from({ length: 12 }, (_, at) => ({
  heading: 'H' + at, kind: at === 0 ? 'DAY' : at < 6 ? 'TEXT' : 'NUMBER', width: 12 }));
async function* batches() {
  for (let from = 0; from < ${ROWS}; from += 1000)
    yield Array.from({ length: 1000 }, (_, at) =>
      columns.map(({ kind }, column) => kind === 'DAY' ? '2024-05-06' : kind === 'TEXT' ? '社区' + (from + at) + column : String(at * column)));
}
(async () => {
  let [bytes, rss] = [0, 0];
  for await (const chunk of writeRows('服务记录', columns, batches())) {
    bytes += chunk.length;
    // Not maxRSS: a process begins with that of the one which started it.
    rss = Math.max(rss, process.memoryUsage.rss());
  }
  console.log(JSON.stringify({ bytes, megabytes: rss / 1_048_576 }));
})();`;

test('a hundred thousand rows of twelve columns are written within 150 MB', async () => {
  const built = path.join(__dirname, '../../dist/src/platform/sheets/write-rows.js');
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-old-space-size=48',
    '--max-semi-space-size=4',
    '-e',
    SCRIPT,
    built,
  ]);
  const { bytes, megabytes } = JSON.parse(stdout) as { bytes: number; megabytes: number };
  expect(bytes).toBeGreaterThan(1_000_000);
  expect(megabytes).toBeLessThan(150);
}, 120_000);
