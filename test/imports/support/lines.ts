import type { Import } from './imports';

/** What would be written, with its cells: D9 片区一 · 个案 600 → 650. */
export const changesIn = ({ changes }: Import): string[] =>
  changes.nodes.map(
    ({ cell, subject, was, becomes }) => `${cell} ${subject} ${was ?? '/'} → ${becomes ?? '/'}`,
  );

/** What undoing has kept: as the import left it, and as it is now. */
export const keptIn = ({ receipt }: Import): string[] =>
  (receipt?.kept ?? []).map(
    ({ cell, subject, was, becomes }) => `${cell} ${subject} ${was ?? '/'} → ${becomes ?? '/'}`,
  );

/** Errors and warnings, with their cells. */
export const faultLinesIn = ({ faults }: Import): string[] =>
  faults.nodes
    .filter(({ severity }) => severity !== 'NOTE')
    .map(({ severity, code, cell }) => `${severity} ${code} ${cell}`);

export const notesIn = ({ faults }: Import): string[] =>
  faults.nodes.filter(({ severity }) => severity === 'NOTE').map(({ code, cell }) => `${code} ${cell}`);
