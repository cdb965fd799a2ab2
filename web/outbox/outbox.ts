import type { RecordLineFragment } from '../generated/graphql';
import { RequestFailed, waitMs } from '../api/request-failed';
import { newRequestKey } from '../ui/request-key';
import { type CorrectedRecord, type Entry, isEmpty, kindOf, type Quantities } from './entry';
import type { EntryBox } from './entry-box';
import type { Answer, Post } from './post';

interface OutboxOptions {
  readonly memberId: string;
  readonly box: EntryBox;
  readonly post: Post;
  /** One sender a browser, whichever tabs it has. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  readonly later: (work: () => void, ms: number) => void;
}

export interface Counts {
  readonly waiting: number;
  readonly refused: number;
  readonly conflicts: number;
}

/** Sent so long after the last change: what is typed in one go is one request. */
const PAUSE_MS = 400;
/** The API takes no more at once. */
const MAX_AT_ONCE = 500;

/** What one member has typed and the server does not have yet: stored first, then sent, by itself. */
export class Outbox {
  private readonly entries = new Map<string, Entry>();
  private readonly watchers = new Set<() => void>();
  private readonly savedWatchers = new Set<(key: string, record: RecordLineFragment) => void>();
  private counted: Counts = { waiting: 0, refused: 0, conflicts: 0 };
  private readonly onTheirWay = new Set<string>();
  /** Request keys that the browser has not stored yet: nothing is sent with them. */
  private readonly unstored = new Set<string>();
  private changes = 0;
  private failures = 0;

  private constructor(private readonly options: OutboxOptions) {}

  static async open(options: OutboxOptions): Promise<Outbox> {
    const outbox = new Outbox(options);
    for (const entry of await options.box.all(options.memberId)) outbox.entries.set(entry.key, entry);
    outbox.changed();
    if (outbox.counted.waiting > 0) outbox.sendSoon();
    return outbox;
  }

  get counts(): Counts {
    return this.counted;
  }

  get all(): readonly Entry[] {
    return [...this.entries.values()];
  }

  get(key: string): Entry | undefined {
    return this.entries.get(key);
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Is called with what the server has saved. */
  readonly whenSaved = (watcher: (key: string, record: RecordLineFragment) => void): (() => void) => {
    this.savedWatchers.add(watcher);
    return () => this.savedWatchers.delete(watcher);
  };

  /** Takes what was typed; what amounts to nothing new is taken out again. */
  async put(change: Omit<Entry, 'memberId' | 'requestKey' | 'state' | 'message'>): Promise<void> {
    const { memberId } = this.options;
    const before = change.record?.quantities ?? {};
    // A record that is being made right now is voided once it is there.
    if (isSame(before, change.quantities) && !this.onTheirWay.has(change.key)) return this.drop(change.key);
    await this.store({ ...change, memberId, requestKey: newRequestKey(), state: 'WAITING', message: null });
    this.sendSoon();
  }

  /** Throws an entry away, refused ones for example. */
  async drop(key: string): Promise<void> {
    this.entries.delete(key);
    await this.options.box.delete(key);
    this.changed();
  }

  /** Throws everything of this member away, for good. */
  async clear(): Promise<void> {
    this.entries.clear();
    await this.options.box.clear(this.options.memberId);
    this.changed();
  }

  /** Tries at once what waits, for example because the network is back. */
  sendNow(): void {
    void this.send();
  }

  private sendSoon(ms = PAUSE_MS): void {
    this.changes += 1;
    const { changes } = this;
    this.options.later(() => {
      if (changes === this.changes) this.sendNow();
    }, ms);
  }

  private async send(): Promise<void> {
    try {
      await this.options.exclusively(async () => this.sendAll());
      this.failures = 0;
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      // It is busy or out of reach: everything waits.
      this.sendSoon(waitMs(this.failures, error));
      this.failures += 1;
    }
  }

  private async sendAll(): Promise<void> {
    for (let batch = this.nextBatch(); batch.length > 0; batch = this.nextBatch()) {
      for (const { key } of batch) this.onTheirWay.add(key);
      const answers = await this.answersTo(batch).finally(() => {
        this.onTheirWay.clear();
      });
      for (const [index, entry] of batch.entries()) await this.settle(entry, answers[index]);
    }
  }

  /** New records of one agreement go together; corrections do, and voids do, of any agreements. */
  private nextBatch(): Entry[] {
    const waiting = this.all.filter(
      (entry) => entry.state === 'WAITING' && !isNothing(entry) && !this.unstored.has(entry.requestKey),
    );
    const [first] = waiting;
    if (!first) return [];
    const kind = kindOf(first);
    return waiting
      .filter((entry) => kindOf(entry) === kind)
      .filter(({ agreementId }) => kind !== 'NEW' || agreementId === first.agreementId)
      .slice(0, MAX_AT_ONCE);
  }

  private async answersTo(batch: readonly Entry[]): Promise<readonly Answer[]> {
    try {
      return await this.options.post(batch);
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.failure.kind !== 'REFUSED') throw error;
      const [first, ...others] = batch;
      // Which of several records is not, or no longer, the member's to change is not said.
      if (first && others.length > 0 && kindOf(first) !== 'NEW') return this.eachAlone(batch);
      return batch.map(() => ({ kind: 'REFUSED', message: error.message }));
    }
  }

  private async eachAlone(batch: readonly Entry[]): Promise<readonly Answer[]> {
    const answers: Answer[] = [];
    for (const entry of batch) answers.push(...(await this.answersTo([entry])));
    return answers;
  }

  private async settle(sent: Entry, answer: Answer | undefined): Promise<void> {
    const now = this.entries.get(sent.key);
    if (!answer || answer.kind === 'NOT_YET') return;
    if (answer.kind !== 'SAVED') {
      if (now && isNothing(now)) return this.drop(sent.key);
      // What has been edited meanwhile is sent anew.
      if (now?.requestKey === sent.requestKey) {
        await this.store({ ...now, state: answer.kind, message: answer.message });
      }
      return;
    }
    for (const watcher of this.savedWatchers) watcher(sent.key, answer.record);
    if (!now || now.requestKey === sent.requestKey) return this.drop(sent.key);
    const record = answer.record.voidedAt === null ? correctedOf(answer.record) : null;
    await this.store({ ...now, record });
  }

  private async store(entry: Entry): Promise<void> {
    this.unstored.add(entry.requestKey);
    this.entries.set(entry.key, entry);
    this.changed();
    await this.options.box.put(entry).finally(() => this.unstored.delete(entry.requestKey));
  }

  private changed(): void {
    const count = (state: Entry['state']): number => this.all.filter((entry) => entry.state === state).length;
    this.counted = { waiting: count('WAITING'), refused: count('REFUSED'), conflicts: count('CONFLICT') };
    for (const watcher of this.watchers) watcher();
  }
}

/** Taken back before it was there. */
function isNothing({ record, quantities }: Entry): boolean {
  return record === null && isEmpty(quantities);
}

export function correctedOf({ id, revision, quantities }: RecordLineFragment): CorrectedRecord {
  return { id, revision, quantities: quantitiesOf(quantities) };
}

export function quantitiesOf(quantities: RecordLineFragment['quantities']): Quantities {
  return Object.fromEntries(quantities.map(({ measure, value }) => [measure.code, plain(value)]));
}

/** Without the zeros that money is shown with, so that values compare as texts. */
function plain(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}

function isSame(a: Quantities, b: Quantities): boolean {
  if (isEmpty(a) && isEmpty(b)) return true;
  const codes = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...codes].every((code) => a[code] === b[code]);
}
