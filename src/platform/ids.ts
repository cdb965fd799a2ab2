import { v7 } from 'uuid';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A new id: time-ordered, so that indexes grow at one end, and made here, so that no sequence reveals counts. */
export function newId(): string {
  return v7();
}

/** True for the canonical form of an id. Any other text is answered like an unknown id. */
export function isId(value: string): boolean {
  return UUID.test(value);
}

const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/** An id to filter by: a malformed one becomes the nil UUID, so that it matches what an unknown one matches. */
export function uuidOrNil(id: string | null | undefined): string | null {
  if (id === null || id === undefined) return null;
  return isId(id) ? id : NIL_UUID;
}
