import { Admission } from './admission';

const { signal } = new AbortController();

test('a request that steps aside for several things at once takes one slot again, and leaves none behind', async () => {
  const admission = new Admission({ maxInFlight: 2, maxQueued: 0, maxWaitMs: 1 });
  const slot = await admission.enter(signal);
  const during: number[] = [];
  const work = async () => {
    during.push(admission.inFlight);
    return Promise.resolve();
  };
  await Promise.all([slot.aside(work), slot.aside(work), slot.aside(work)]);
  expect(during).toEqual([0, 0, 0]);
  expect(admission.inFlight).toBe(1);
  await slot.aside(work);
  expect(admission.inFlight).toBe(1);
  slot.leave();
  expect(admission.inFlight).toBe(0);
});
