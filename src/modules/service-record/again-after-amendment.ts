import { BrokenRules } from '../../platform/faults';

const MAX_ATTEMPTS = 4;

/** Repeats a write that an amendment, confirmed meanwhile, has overtaken: it is validated anew. */
export async function againAfterAmendment<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = MAX_ATTEMPTS; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      const isOvertaken = error instanceof BrokenRules && error.faults[0]?.code === 'STRUCTURE_CHANGED';
      if (!isOvertaken || left === 1) throw error;
    }
  }
}
