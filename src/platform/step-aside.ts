/**
 * Lets a request wait for something slow without keeping its place among those being served. The signal fires when nobody
 * waits for it any more.
 */
export type StepAside = <T>(work: (signal?: AbortSignal) => Promise<T>) => Promise<T>;

/** For work that has no place to give up. */
export const stayInPlace: StepAside = async (work) => work();
