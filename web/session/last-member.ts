const KEY = 'console:member';
const LEAVING = 'leaving';

/** Who used this browser last: an id, no secret. Null after signing out, and where nothing can be kept. */
export interface LastMember {
  readonly memberId: string | null;
  /** The member signed out without network: the server is to be signed out of before anything else. */
  readonly isLeaving: boolean;
}

export function lastMember(): LastMember {
  const kept = read();
  return { memberId: kept === LEAVING ? null : kept, isLeaving: kept === LEAVING };
}

export function rememberMember(memberId: string): void {
  write(memberId);
}

/** From now on nobody goes on here without signing in, with or without network. */
export function rememberLeaving(): void {
  write(LEAVING);
}

export function forgetMember(): void {
  write(null);
}

function read(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null; // storage may be switched off
  }
}

function write(value: string | null): void {
  try {
    if (value === null) window.localStorage.removeItem(KEY);
    else window.localStorage.setItem(KEY, value);
  } catch {
    // Then nothing is kept.
  }
}
