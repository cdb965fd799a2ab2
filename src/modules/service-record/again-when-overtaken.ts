import { BrokenRules } from '../../platform/faults';

const MAX_ATTEMPTS = 4;

/**
 * Repeats a write that somebody else's step, taken meanwhile, has overtaken: it is validated anew. `isClosed` where it
 * was refused because a month is closed, which is not asked before every write.
 */
export async function againWhenOvertaken<T>(attempt: (isClosed: boolean) => Promise<T>): Promise<T> {
  let isClosed = false;
  for (let left = MAX_ATTEMPTS; ; left -= 1) {
    try {
      return await attempt(isClosed);
    } catch (error) {
      const [first] = error instanceof BrokenRules ? error.faults : [];
      const isNamed = isClosed && first?.code === 'MONTH_CLOSED';
      const isOvertaken = first?.code === 'STRUCTURE_CHANGED' || first?.code === 'MONTH_CLOSED';
      if (!isOvertaken || isNamed || left === 1) throw error;
      isClosed ||= first.code === 'MONTH_CLOSED';
    }
  }
}
