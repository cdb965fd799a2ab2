import { isRecentReset, isStoppable, resetStateOf } from './administrator-reset';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-10T08:00:00Z');
const ago = (hours: number): string => new Date(NOW - hours * HOUR).toISOString();
const asked = {
  byMail: false,
  askedAt: ago(300),
  confirmedAt: null,
  availableFrom: null,
  takenAt: null,
  stoppedAt: null,
};
const confirmed = (hours: number) => ({
  ...asked,
  confirmedAt: ago(hours),
  availableFrom: ago(hours - 24),
});

test.each([
  ['UNCONFIRMED', asked, true, true],
  ['WAITING', confirmed(23), true, true],
  ['READY', confirmed(25), true, true],
  ['READY', confirmed(8 * 24), true, true],
  ['EXPIRED', confirmed(8 * 24 + 1), false, false],
  ['TAKEN', { ...confirmed(48), takenAt: ago(2) }, true, false],
  ['TAKEN', { ...confirmed(290), takenAt: ago(200) }, false, false],
  ['STOPPED', { ...confirmed(48), stoppedAt: ago(2) }, false, false],
  ['MAILED', { ...asked, byMail: true, askedAt: ago(1) }, true, false],
  ['MAILED', { ...asked, byMail: true }, false, false],
] as const)('%s: recent, and to be stopped, as long as it says (%#)', (state, reset, isRecent, isOpen) => {
  expect([resetStateOf(reset, NOW), isRecentReset(reset, NOW), isStoppable(reset, NOW)]).toEqual([
    state,
    isRecent,
    isOpen,
  ]);
});
