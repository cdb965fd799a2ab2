import type { HelpMessages } from '../../messages/help';
import type { Viewer } from '../../session/viewer';

/** Whose day a page of the help is about. */
export type Reader = keyof HelpMessages['readers'];
export type Step = keyof HelpMessages['steps'];

/** The steps of each day, in their order. */
export const DAYS: Readonly<Record<Reader, readonly Step[]>> = {
  worker: ['entry', 'saved', 'import', 'choose', 'correct'],
  manager: ['completion', 'handIn', 'import', 'print', 'correct'],
  administrator: ['overview', 'handIn', 'agreements', 'members', 'audit'],
  purchaser: ['accept', 'overview', 'completion', 'agreements', 'publish'],
  bureau: ['board', 'accept', 'overview', 'publish', 'agreements'],
  scorer: ['score', 'findings', 'choose', 'progress', 'print'],
  platform: ['organisations', 'members', 'audit'],
};

export const READERS = Object.keys(DAYS) as Reader[];

const OF_KIND: Readonly<Record<Exclude<Viewer['organisation']['kind'], 'OPERATOR'>, Reader>> = {
  PURCHASER: 'purchaser',
  SUPERVISOR: 'bureau',
  MENTORING_CENTRE: 'scorer',
  ASSESSOR: 'scorer',
  PLATFORM: 'platform',
};

/** The day that a member has. */
export function readerOf({ organisation: { kind }, role }: Pick<Viewer, 'organisation' | 'role'>): Reader {
  if (kind !== 'OPERATOR') return OF_KIND[kind];
  if (role === 'ADMIN') return 'administrator';
  return role === 'MANAGER' ? 'manager' : 'worker';
}
