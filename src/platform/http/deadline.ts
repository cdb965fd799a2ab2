/**
 * Notifies everything that works on a request when to stop. It implements AbortSignal because each native one costs
 * some 8 µs and as much again in garbage collection, more than the rest of this layer.
 * Interfaces that require a native one (fetch, AbortSignal.any) refuse it with a TypeError.
 */
export class Deadline extends EventTarget implements AbortSignal {
  aborted = false;
  reason: unknown = undefined;
  onabort: ((this: AbortSignal, event: Event) => unknown) | null = null;

  /** Fires, once. */
  abort(reason: Error): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    const event = new Event('abort');
    this.onabort?.(event);
    this.dispatchEvent(event);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }
}
