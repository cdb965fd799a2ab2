import type { LogRecord } from '../../service-log/record';
import { groupedBy } from '../grouped-by';
import type { RowHashes } from './row-hash.rules';

/** A row of the file. */
export interface FileRow extends RowHashes {
  record: LogRecord;
}

/** A row that was imported, and what has become of its record. */
export interface KnownRow extends RowHashes {
  /** Which one it is among equal rows, from 1. */
  place: number;
  logId: string;
  /** That has written the record last. */
  lastImportId: string;
  recordId: string;
  /** Of the record, as the import left it, and as it is. */
  revision: number;
  revisionNow: number;
  isVoided: boolean;
  /** Who recorded it. */
  byId: string;
  by: string;
}

/** How many rows were imported of a log, and how many of them are not void. */
export interface LogTotal {
  logId: string;
  rows: number;
  live: number;
}

/** The rows of a file beside those that were imported before. */
export interface Recognised {
  /** Rows that were imported already, each with what it is known as. */
  same: { row: FileRow; known: KnownRow }[];
  fresh: FileRow[];
  /** Logs of which the file is a later state: it has at least half of their rows. */
  continued: ReadonlySet<string>;
  /** The log to which fresh rows belong; null where they begin one. */
  logId: string | null;
}

/** Recognises rows by what they say, equal ones by their number: wherever they are, and however the file is sorted. */
export function recognise(
  rows: readonly FileRow[],
  known: readonly KnownRow[],
  totals: readonly LogTotal[],
): Recognised {
  const given = groupedBy(rows, ({ content }) => content);
  const before = groupedBy(known, ({ content }) => content);
  const present = new Map<string, number>();
  for (const [content, equal] of before) {
    const count = given.get(content)?.length ?? 0;
    for (const [logId, own] of groupedBy(equal, (one) => one.logId))
      present.set(logId, (present.get(logId) ?? 0) + Math.min(own.length, count));
  }
  const isContinued = ({ logId, rows: all }: LogTotal): boolean => (present.get(logId) ?? 0) * 2 >= all;
  const continued = new Set(totals.filter(isContinued).map(({ logId }) => logId));
  const same: Recognised['same'] = [];
  const fresh: FileRow[] = [];
  for (const [content, equal] of given) {
    // Those of its own log first: an equal row may be of somebody else's.
    const candidates = [...(before.get(content) ?? [])].sort(
      (a, b) => Number(continued.has(b.logId)) - Number(continued.has(a.logId)) || a.place - b.place,
    );
    for (const [at, row] of equal.entries()) {
      const candidate = candidates[at];
      if (candidate) same.push({ row, known: candidate });
      else fresh.push(row);
    }
  }
  const most = [...continued].sort((a, b) => (present.get(b) ?? 0) - (present.get(a) ?? 0));
  return { same, fresh, continued, logId: most[0] ?? null };
}

/** What a fresh row is beside the rows of its log that the file no longer has. */
export type Verdict =
  | { is: 'NEW' }
  /** Another content of one that was imported. */
  | { is: 'CHANGED'; known: KnownRow }
  /** It could be a changed row or a new one. */
  | { is: 'UNCLEAR' };

/** Quantities and note, of a fresh row or of the record of a missing one, as texts to be compared. */
export interface Words {
  quantities: string;
  note: string | null;
}

/**
 * Which fresh rows are changed ones: those of the same day, place and indicator as a row that is missing, where only one
 * of each is left; with equal notes or equal quantities first. What is not clear is left to people.
 */
export function changedRows(
  fresh: readonly FileRow[],
  missing: readonly KnownRow[],
  wordsOfRow: (row: FileRow) => Words,
  wordsOfKnown: (known: KnownRow) => Words,
): Map<FileRow, Verdict> {
  const verdicts = new Map<FileRow, Verdict>();
  const gone = groupedBy(missing, ({ service }) => service);
  for (const [service, rows] of groupedBy(fresh, (one) => one.service)) {
    let left = rows;
    let open = gone.get(service) ?? [];
    const passes: ((words: Words) => string | null)[] = [
      ({ note }) => note,
      ({ quantities }) => quantities,
      () => '',
    ];
    for (const pass of passes) {
      const rowsBy = groupedBy(left, (row) => pass(wordsOfRow(row)));
      const knownBy = groupedBy(open, (known) => pass(wordsOfKnown(known)));
      for (const [key, [row, anotherRow]] of rowsBy) {
        const [known, anotherKnown] = knownBy.get(key) ?? [];
        if (key === null || !row || anotherRow || !known || anotherKnown) continue;
        verdicts.set(row, { is: 'CHANGED', known });
        left = left.filter((one) => one !== row);
        open = open.filter((one) => one !== known);
      }
    }
    for (const row of left) verdicts.set(row, { is: open.length > 0 ? 'UNCLEAR' : 'NEW' });
  }
  return verdicts;
}

/** Numbers equal rows, beside the places that are taken. */
export function placesBeside(
  known: readonly Pick<KnownRow, 'content' | 'place'>[],
): (row: Pick<RowHashes, 'content'>) => number {
  const taken = new Map<string, Set<number>>();
  for (const [content, equal] of groupedBy(known, (row) => row.content))
    taken.set(content, new Set(equal.map(({ place }) => place)));
  const last = new Map<string, number>();
  return ({ content }) => {
    const own = taken.get(content);
    let place = (last.get(content) ?? 0) + 1;
    while (own?.has(place)) place += 1;
    last.set(content, place);
    return place;
  };
}
