import { Turns } from './turns';

/** Works that end when they are let go, and who has begun. */
function gated() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => async (): Promise<string> => {
    begun.push(name);
    await new Promise<void>((end) => ends.set(name, end));
    return name;
  };
  return { begun, work, end: (name: string) => ends.get(name)?.() };
}
const settled = async (): Promise<void> => new Promise(setImmediate);

test('work of an organisation is done one after another, that of some at once, in order of arrival', async () => {
  const turns = new Turns({ atOnce: 2, places: 10, share: 10 });
  const { begun, work, end } = gated();
  const all = ['one a', 'one b', 'two c', 'three d', 'three e'].map(async (name) =>
    turns.take(name.split(' ')[0]!, work(name)),
  );
  await settled();
  expect(begun).toEqual(['one a', 'two c']);
  end('two c');
  await settled();
  // The one before it waits for its own.
  expect(begun.slice(2)).toEqual(['three d']);
  end('one a');
  await settled();
  expect(begun.slice(3)).toEqual(['one b']);
  end('three d');
  await settled();
  expect(begun.slice(4)).toEqual(['three e']);
  for (const name of ['one b', 'three e']) end(name);
  expect(await Promise.all(all)).toEqual(['one a', 'one b', 'two c', 'three d', 'three e']);
});

test('an organisation has no more than its share of the places; others are not refused for that', async () => {
  const turns = new Turns({ atOnce: 1, places: 3, share: 2 });
  const { work, end } = gated();
  const first = turns.take('one', work('a'));
  const second = turns.take('one', work('b'));
  const refusal = { code: 'SERVICE_UNAVAILABLE' };
  await expect(turns.take('one', work('c'))).rejects.toMatchObject(refusal);
  const other = turns.take('two', work('d'));
  await expect(turns.take('two', work('e'))).rejects.toMatchObject(refusal);
  for (const name of ['a', 'b', 'd']) {
    end(name);
    await settled();
  }
  expect(await Promise.all([first, second, other])).toEqual(['a', 'b', 'd']);
});

test('what fails leaves its turn and its place', async () => {
  const turns = new Turns({ atOnce: 1, places: 1, share: 1 });
  const failing = async (): Promise<never> => Promise.reject(new Error('no'));
  await expect(turns.take('one', failing)).rejects.toThrow('no');
  expect(await turns.take('one', async () => Promise.resolve('next'))).toBe('next');
});
