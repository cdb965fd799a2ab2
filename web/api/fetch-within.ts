/** Longer than the server takes at most: what has not been answered by then is lost on its way. */
const MAX_MS = 60_000;

/** Does not wait for ever for an answer that never comes, as after a laptop's sleep. */
export async function fetchWithin(address: string, init: RequestInit): Promise<Response> {
  const abort = new AbortController();
  const timer = window.setTimeout(() => {
    abort.abort();
  }, MAX_MS);
  try {
    return await fetch(address, { ...init, signal: abort.signal });
  } finally {
    window.clearTimeout(timer);
  }
}
