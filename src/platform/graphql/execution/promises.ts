export type MaybePromise<T> = T | Promise<T>;

/** True for any thenable that resolvers may return. */
export function isPromise<T>(value: MaybePromise<T>): value is Promise<T> {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return isObject && typeof (value as { then?: unknown }).then === 'function';
}

/** The same for values made here, whose promises are native. Testing for `then` takes several times as long. */
export function isPending<T>(value: MaybePromise<T>): value is Promise<T> {
  return value instanceof Promise;
}

/** Handles the rejections of promises that are no longer awaited, because another one failed. */
export function abandon(values: readonly unknown[]): void {
  for (const value of values) if (isPending(value)) value.catch(() => undefined);
}
