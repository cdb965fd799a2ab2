import fc from 'fast-check';
import { dayAt } from '../../../platform/calendar';
import { amendedTerms } from './amended-terms.rules';

const FIRST = { id: 'first', name: '上半年', startsOn: '2024-01-01', endsOn: '2024-06-30' };
const SECOND = { id: 'second', name: '下半年', startsOn: '2024-07-01', endsOn: '2024-12-31' };
const BEFORE = { endsOn: '2024-12-31', terms: [FIRST, SECOND] };

type Input = Parameters<typeof amendedTerms>[0];
const after = (input: Input): string[] =>
  amendedTerms(input, BEFORE).map(({ id, name, startsOn, endsOn }) =>
    [id ?? 'new', name, startsOn, endsOn].join(' '),
  );
const first = 'first 上半年 2024-01-01 2024-06-30';
const second = 'second 下半年 2024-07-01 2024-12-31';

it.each<[string, Input, string[]]>([
  ['nothing', {}, [first, second]],
  ['an end within the last term', { endsOn: '2024-09-30' }, [first, 'second 下半年 2024-07-01 2024-09-30']],
  [
    'an end within the first term, which drops the last',
    { endsOn: '2024-03-31' },
    ['first 上半年 2024-01-01 2024-03-31'],
  ],
  ['an end on the last day of the first term', { endsOn: '2024-06-30' }, [first]],
  ['a later end, which moves no term by itself', { endsOn: '2025-03-31' }, [first, second]],
  ['a name', { terms: [{ id: 'second', name: ' 第二期 ' }] }, [first, 'second 第二期 2024-07-01 2024-12-31']],
  [
    'a moved border',
    {
      terms: [
        { id: 'second', startsOn: '2024-06-01' },
        { id: 'first', endsOn: '2024-05-31' },
      ],
    },
    ['first 上半年 2024-01-01 2024-05-31', 'second 下半年 2024-06-01 2024-12-31'],
  ],
  [
    'a new term, in the order of days',
    { endsOn: '2025-03-31', terms: [{ name: '延长期', startsOn: '2025-01-01', endsOn: '2025-03-31' }] },
    [first, second, 'new 延长期 2025-01-01 2025-03-31'],
  ],
])('%s', (_, input, expected) => {
  expect(after(input)).toEqual(expected);
});

it('an earlier end leaves no term after it, and every day before it in the term that it was in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 366 }), (n) => {
      const endsOn = dayAt('2024-01-01', n);
      const terms = amendedTerms({ endsOn }, BEFORE);
      expect(terms.at(-1)!.endsOn).toBe(endsOn);
      for (const term of terms) {
        const was = BEFORE.terms.find(({ id }) => id === term.id)!;
        expect(term.startsOn).toBe(was.startsOn);
        expect(term.endsOn <= was.endsOn).toBe(true);
      }
    }),
  );
});
