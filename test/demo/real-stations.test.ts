import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STATIONS } from '../../src/demo/stations';

const ROOT = join(__dirname, '../..');
const PLANS = { 片区一: '耆扩社交计划', 片区二: '耆乐安居计划', 片区三: '耆享健康计划' };
/** 健 and 康 the other way round, as it was once written. */
const MISSPELT = ['耆享', '康', '健', '计划'].join('');

test('the zones of 逢源街 have the plans that its report names', () => {
  const { zones } = STATIONS.find(({ street }) => street === '逢源街')!.agreement;
  expect(Object.fromEntries(zones!.map(({ name, plan }) => [name, plan]))).toEqual(PLANS);
});

test.each(['src', 'web', 'docs', 'test', 'migrations', 'schema'])(
  'no file of %s has the plan of 片区三 misspelt',
  (folder) => {
    const files = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|m?js|json|md|graphql|sql|html)$/.test(entry.name))
      .map(({ parentPath, name }) => join(parentPath, name));
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => readFileSync(file, 'utf8').includes(MISSPELT))).toEqual([]);
  },
);
