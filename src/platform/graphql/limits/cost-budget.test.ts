import fc from 'fast-check';
import { CostBudget, type Principal } from './cost-budget';

const MINUTE = 60_000;
const named = (name: string, perMinute = 1000): Principal => ({ name, perMinute });
const ONE = named('one');

function clockAt(start = 0): { now: () => number; set: (ms: number) => void } {
  let time = start;
  return { now: () => time, set: (ms) => (time = ms) };
}

test('no principal spends more than its budget and what drained meanwhile, however it asks', () => {
  const steps = fc.array(fc.record({ wait: fc.nat(20_000), cost: fc.integer({ min: 1, max: 1500 }) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(steps, (asked) => {
      const clock = clockAt();
      const budget = new CostBudget(clock.now);
      let time = 0;
      let spent = 0;
      for (const { wait, cost } of asked) {
        clock.set((time += wait));
        const { remaining, waitSeconds } = budget.charge(ONE, cost);
        if (waitSeconds === 0) spent += cost;
        expect(remaining).toBeGreaterThanOrEqual(0);
        expect(spent).toBeLessThanOrEqual(1000 + (time / MINUTE) * 1000 + 1e-6);
      }
    }),
  );
});

test('a principal that waits as long as announced is let in, and not a second earlier', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (first, second) => {
      const clock = clockAt();
      const budget = new CostBudget(clock.now);
      budget.charge(ONE, first);
      const { waitSeconds } = budget.charge(ONE, second);
      if (waitSeconds === 0) return;
      clock.set((waitSeconds - 1) * 1000 - 1);
      expect(budget.peek(ONE, second).waitSeconds).toBeGreaterThan(0);
      clock.set(waitSeconds * 1000);
      expect(budget.charge(ONE, second).waitSeconds).toBe(0);
    }),
  );
});

test('what is refused is not charged', () => {
  const budget = new CostBudget(clockAt().now);
  budget.charge(ONE, 900);
  expect(budget.charge(ONE, 101)).toEqual({ remaining: 100, waitSeconds: 1 });
  expect(budget.charge(ONE, 100)).toEqual({ remaining: 0, waitSeconds: 0 });
});

test('a penalty takes what is left and no more', () => {
  const budget = new CostBudget(clockAt().now);
  budget.charge(ONE, 995);
  expect(budget.penalize(ONE, 10)).toEqual({ remaining: 0, waitSeconds: 0 });
});

test('a bounded number of principals is kept, and the least recently used is evicted', () => {
  const budget = new CostBudget(clockAt().now, 3);
  for (const name of ['a', 'b', 'c']) budget.charge(named(name), 500);
  budget.charge(named('a'), 100);
  budget.charge(named('d'), 500);
  expect(['a', 'b', 'c', 'd'].map((name) => budget.peek(named(name), 0).remaining)).toEqual([
    400, 1000, 500, 500,
  ]);
});

test('each principal has the budget per minute of its kind, and regains it within one', () => {
  const clock = clockAt();
  const budget = new CostBudget(clock.now);
  const [member, network] = [named('member', 5000), named('network', 100)];
  budget.charge(member, 5000);
  budget.charge(network, 100);
  expect([budget.peek(member, 1), budget.peek(network, 1)].map(({ remaining }) => remaining)).toEqual([0, 0]);
  clock.set(MINUTE / 2);
  expect(budget.charge(network, 51)).toEqual({ remaining: 50, waitSeconds: 1 });
  expect(budget.charge(member, 2500)).toEqual({ remaining: 0, waitSeconds: 0 });
});
