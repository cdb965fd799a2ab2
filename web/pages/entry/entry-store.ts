import type { RecordLineFragment } from '../../generated/graphql';
import { type Entry, entryKey, type Quantities } from '../../outbox/entry';
import { correctedOf, type Outbox } from '../../outbox/outbox';
import { type Amount, amountOf } from './amount';
import { type Column, groupOf, type Row, type Site, siteOf, sumOf } from './sheet';
import { isUnusual, type UsualMonths } from './usual';

type CellState = 'PLAIN' | 'WAITING' | 'SAVED' | 'REFUSED' | 'CONFLICT' | 'MISTAKE';

/** What a cell shows. */
export interface CellView {
  readonly text: string;
  readonly state: CellState;
  /** Why it is refused, in the server's words; or which mistake it is. */
  readonly message: string | null;
  readonly mistake: (Amount & { kind: 'MISTAKE' })['why'] | null;
  /** Several records, or one that the member may not correct: shown, and not typed over. */
  readonly isFixed: boolean;
  /** The month has been handed in: fixed, and nothing is added. */
  readonly isClosed: boolean;
  /** Far above a usual month: marked, and saved all the same. */
  readonly isUnusual: boolean;
}

/** A text for a cell, typed, pasted or emptied. */
interface CellChange {
  readonly row: Row;
  readonly column: Column;
  readonly text: string;
}

export interface EntryStoreOptions {
  readonly memberId: string;
  readonly mayCorrectAny: boolean;
  readonly agreementId: string;
  readonly sites: readonly Site[];
  readonly records: readonly RecordLineFragment[];
  /** Whether the month of the sheet has been handed in. */
  readonly isClosed: boolean;
  readonly outbox: Outbox;
}

const MAX_UNDONE = 200;

/** The cells of one sheet: what the server has, what is on its way, and mistakes. Cells are notified of their own changes. */
export class EntryStore {
  /** The records of each entry's key; void ones count for nothing. */
  private groups: Map<string, RecordLineFragment[]>;
  private isClosed: boolean;
  /** The group of the cell that is being typed in, with its records as they were shown then. */
  private typedIn: { readonly key: string; records: readonly RecordLineFragment[] } | undefined;
  private usual: UsualMonths = new Map();
  private readonly mistakes = new Map<string, { text: string; why: CellView['mistake'] }>();
  private readonly savedGroups = new Set<string>();
  private readonly watchers = new Set<() => void>();
  private readonly views = new Map<string, CellView>();
  private readonly done: CellChange[][] = [];

  constructor(private readonly options: EntryStoreOptions) {
    this.groups = this.grouped(options.records);
    this.isClosed = options.isClosed;
  }

  /** Follows the outbox; returns how to stop. */
  start(): () => void {
    const { outbox } = this.options;
    const stops = [
      outbox.watch(() => {
        this.changed();
      }),
      outbox.whenSaved((key, record) => {
        this.saved(key, record);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Cells with a mistake, which are not sent. */
  get mistakeCount(): number {
    return this.mistakes.size;
  }

  /**
   * A cell is typed in from here until `stopTyping`: what the server has by then changes neither what it shows nor the
   * revision that is corrected, since whoever types has not seen it.
   */
  startTyping(row: Row, column: Column): void {
    this.typedIn = { key: this.keyOf(row, column), records: this.recordsOf(row, column) };
  }

  stopTyping(): void {
    if (!this.typedIn) return;
    this.typedIn = undefined;
    this.changed();
  }

  /** Takes what the server has by now. */
  refresh(records: readonly RecordLineFragment[], isClosed: boolean): void {
    this.groups = this.grouped(records);
    this.isClosed = isClosed;
    this.changed();
  }

  /** Takes what months usually bring, once it is known. */
  setUsual(usual: UsualMonths): void {
    this.usual = usual;
    this.changed();
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** The same object until the cell changes. */
  cell(row: Row, column: Column): CellView {
    const key = `${row.key}|${column.key}`;
    const known = this.views.get(key);
    const view = this.viewOf(row, column);
    if (known && isSameView(known, view)) return known;
    this.views.set(key, view);
    return view;
  }

  /** The records behind a cell. */
  recordsOf(row: Row, column: Column): readonly RecordLineFragment[] {
    const key = this.keyOf(row, column);
    return this.typedIn?.key === key ? this.typedIn.records : (this.groups.get(key) ?? []);
  }

  entryOf(row: Row, column: Column): Entry | undefined {
    return this.options.outbox.get(this.keyOf(row, column));
  }

  /** Takes texts for cells, all in one step that can be undone. Cells that are fixed keep theirs. */
  set(changes: readonly CellChange[]): void {
    const wanted = changes.filter(({ row, column }) => !this.cell(row, column).isFixed);
    const before = wanted.map(({ row, column }) => ({ row, column, text: this.cell(row, column).text }));
    if (before.length > 0) this.done.push(before);
    if (this.done.length > MAX_UNDONE) this.done.shift();
    this.apply(wanted);
  }

  undo(): void {
    const before = this.done.pop();
    if (before) this.apply(before);
  }

  private apply(changes: readonly CellChange[]): void {
    const { outbox, agreementId } = this.options;
    const groups = new Map<string, { change: CellChange; quantities: Map<string, string> }>();
    for (const change of changes) {
      const { row, column, text } = change;
      const amount = amountOf(text, row.measure.unit);
      const cell = `${row.key}|${column.key}`;
      if (amount.kind === 'MISTAKE') {
        this.mistakes.set(cell, { text, why: amount.why });
        continue;
      }
      this.mistakes.delete(cell);
      const key = this.keyOf(row, column);
      const group = groups.get(key) ?? {
        change,
        quantities: new Map(Object.entries(this.quantitiesOf(row, column))),
      };
      groups.set(key, group);
      if (amount.kind === 'NOTHING') group.quantities.delete(row.measure.code);
      else group.quantities.set(row.measure.code, amount.value);
    }
    for (const [key, { change, quantities }] of groups) {
      const { row, column } = change;
      const [record] = this.recordsOf(row, column);
      void outbox.put({
        key,
        agreementId,
        day: column.day,
        indicator: row.indicator.code,
        zoneId: column.site.kind === 'ZONE' ? column.site.id : null,
        pointId: column.site.kind === 'POINT' ? column.site.id : null,
        projectId: column.site.kind === 'PROJECT' ? column.site.id : null,
        record: record ? correctedOf(record) : null,
        quantities: Object.fromEntries(quantities),
      });
    }
    this.changed();
  }

  private keyOf(row: Row, column: Column): string {
    const { memberId, agreementId } = this.options;
    return entryKey(memberId, agreementId, column.day, groupOf(row.indicator.code, column.site));
  }

  private grouped(records: readonly RecordLineFragment[]): Map<string, RecordLineFragment[]> {
    const { memberId, agreementId, sites } = this.options;
    const groups = new Map<string, RecordLineFragment[]>();
    for (const record of records) {
      if (record.voidedAt !== null) continue;
      const group = groupOf(record.indicator.code, siteOf(record, sites));
      const key = entryKey(memberId, agreementId, record.occurredOn, group);
      groups.set(key, [...(groups.get(key) ?? []), record]);
    }
    return groups;
  }

  /** What the record of a group shall have by now. */
  private quantitiesOf(row: Row, column: Column): Quantities {
    const entry = this.entryOf(row, column);
    if (entry) return entry.quantities;
    const [record] = this.recordsOf(row, column);
    return record ? correctedOf(record).quantities : {};
  }

  private viewOf(row: Row, column: Column): CellView {
    const records = this.recordsOf(row, column);
    const entry = this.entryOf(row, column);
    const { isClosed } = this;
    const isFixed = isClosed || records.length > 1 || records.some((record) => !this.mayCorrect(record));
    const mistake = this.mistakes.get(`${row.key}|${column.key}`);
    const plain = { message: null, mistake: null, isFixed, isClosed, isUnusual: false };
    if (mistake) return { ...plain, text: mistake.text, state: 'MISTAKE', mistake: mistake.why };
    const server = sumOf(records, row.measure.code) ?? '';
    const unusual = (value: string): boolean => value !== '' && isUnusual(this.usual, row, column, value);
    if (!entry) {
      const isSaved = this.savedGroups.has(this.keyOf(row, column)) && server !== '';
      return {
        ...plain,
        text: server,
        state: isSaved ? 'SAVED' : 'PLAIN',
        isUnusual: isSaved && unusual(server),
      };
    }
    const text = entry.quantities[row.measure.code] ?? '';
    // Of the group's cells those are marked that differ from what the server has.
    const state = text === server ? 'PLAIN' : entry.state;
    const message = state === 'PLAIN' ? null : entry.message;
    return { ...plain, text, state, message, isUnusual: unusual(text) };
  }

  private mayCorrect({ isOwn }: RecordLineFragment): boolean {
    return this.options.mayCorrectAny || isOwn;
  }

  private saved(key: string, record: RecordLineFragment): void {
    const records = record.voidedAt === null ? [record] : [];
    this.groups.set(key, records);
    if (this.typedIn?.key === key) this.typedIn.records = records;
    this.savedGroups.add(key);
    this.changed();
  }

  private changed(): void {
    for (const watcher of this.watchers) watcher();
  }
}

function isSameView(a: CellView, b: CellView): boolean {
  return (
    a.text === b.text &&
    a.state === b.state &&
    a.message === b.message &&
    a.mistake === b.mistake &&
    a.isFixed === b.isFixed &&
    a.isClosed === b.isClosed &&
    a.isUnusual === b.isUnusual
  );
}
