/**
 * Runs slow work without the admission slot of its request, which is taken again afterwards. The signal is aborted when
 * the result is no longer needed.
 */
export type StepAside = <T>(work: (signal?: AbortSignal) => Promise<T>) => Promise<T>;

/** For work without an admission slot. */
export const stayInPlace: StepAside = async (work) => work();
