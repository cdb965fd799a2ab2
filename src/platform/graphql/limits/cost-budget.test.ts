import fc from 'fast-check';
import { CostBudget } from './cost-budget';

const MINUTE = 60_000;

function clockAt(start = 0): { now: () => number; set: (ms: number) => void } {
  let time = start;
  return { now: () => time, set: (ms) => (time = ms) };
}

test('no principal spends more than its budget and what came back meanwhile, however it asks', () => {
  const steps = fc.array(fc.record({ wait: fc.nat(20_000), cost: fc.integer({ min: 1, max: 1500 }) }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(steps, (asked) => {
      const clock = clockAt();
      const budget = new CostBudget(1000, clock.now);
      let time = 0;
      let spent = 0;
      for (const { wait, cost } of asked) {
        clock.set((time += wait));
        const { remaining, waitSeconds } = budget.charge('one', cost);
        if (waitSeconds === 0) spent += cost;
        expect(remaining).toBeGreaterThanOrEqual(0);
        expect(spent).toBeLessThanOrEqual(1000 + (time / MINUTE) * 1000 + 1e-6);
      }
    }),
  );
});

test('whoever waits as long as told is let in, and not a second earlier', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (first, second) => {
      const clock = clockAt();
      const budget = new CostBudget(1000, clock.now);
      budget.charge('one', first);
      const { waitSeconds } = budget.charge('one', second);
      if (waitSeconds === 0) return;
      clock.set((waitSeconds - 1) * 1000 - 1);
      expect(budget.look('one', second).waitSeconds).toBeGreaterThan(0);
      clock.set(waitSeconds * 1000);
      expect(budget.charge('one', second).waitSeconds).toBe(0);
    }),
  );
});

test('what is refused is not charged', () => {
  const budget = new CostBudget(1000, clockAt().now);
  budget.charge('one', 900);
  expect(budget.charge('one', 101)).toEqual({ remaining: 100, waitSeconds: 1 });
  expect(budget.charge('one', 100)).toEqual({ remaining: 0, waitSeconds: 0 });
});

test('a fine takes what is left and no more', () => {
  const budget = new CostBudget(1000, clockAt().now);
  budget.charge('one', 995);
  expect(budget.fine('one', 10)).toEqual({ remaining: 0, waitSeconds: 0 });
});

test('a bounded number of principals is kept, and whoever asked longest ago is forgotten', () => {
  const budget = new CostBudget(1000, clockAt().now, 3);
  for (const name of ['a', 'b', 'c']) budget.charge(name, 500);
  budget.charge('a', 100);
  budget.charge('d', 500);
  expect(['a', 'b', 'c', 'd'].map((name) => budget.look(name, 0).remaining)).toEqual([400, 1000, 500, 500]);
});
