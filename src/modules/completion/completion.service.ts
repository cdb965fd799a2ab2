import type { Caller, Member } from '../../access';
import type { Day } from '../../platform/calendar';
import { isId } from '../../platform/ids';
import { badInput, notFound } from '../../platform/app-error';
import { type ProjectRow, type TermRow, timeProgress, type ZoneRow } from '../agreement';
import type { Catalogue } from './catalogue';
import { type CompletionKey, completionSource } from './completion.repository';
import { hasRecords } from './term-records.repository';
import { type CompletionRow, completionRows, lastDayOf } from './completion.rules';

export interface CompletionTable {
  term: TermRow;
  from: Day;
  to: Day;
  timeProgressPercent: string;
  zones: ZoneRow[];
  rows: CompletionRow<ZoneRow, ProjectRow>[];
}

export interface CompletionArgs {
  termId: string | null;
  from: Day | null;
  to: Day | null;
}

/** 附件1: targets and recorded quantities. */
export class CompletionService {
  constructor(private readonly catalogue: Catalogue) {}

  /** Starts loading a table in the same batch as its agreement; `table` then reads it from the loader. */
  async prefetch(caller: Caller, agreementId: string, args: CompletionArgs): Promise<void> {
    const member = caller.assert('completion.read');
    const { termId } = args;
    if (!isId(agreementId) || (termId !== null && !isId(termId))) return;
    await member.load(completionSource, keyOf(member, agreementId, args));
  }

  /** The completion table of an agreement within the scope. */
  async table(caller: Caller, agreementId: string, args: CompletionArgs): Promise<CompletionTable> {
    const member = caller.assert('completion.read');
    const { termId } = args;
    if (termId !== null && !isId(termId)) throw notFound(termId);
    const source = await member.load(completionSource, keyOf(member, agreementId, args));
    const term = chooseTerm(source.terms, termId);
    const today = member.today();
    const from = args.from ?? term.startsOn;
    const to = args.to ?? lastDayOf(term, from, today);
    if (from > to || from < term.startsOn || to > term.endsOn) {
      throw badInput('RANGE_OUTSIDE', { of: 'term', first: term.startsOn, last: term.endsOn });
    }
    return {
      term,
      from,
      to,
      timeProgressPercent: timeProgress(term, args.to ?? today),
      zones: source.zones,
      rows: completionRows(this.catalogue, source.zones, source.projects, source.cells),
    };
  }

  /** Whether any record counts in a term within the scope. */
  async hasRecords(caller: Caller, term: TermRow): Promise<boolean> {
    return caller.assert('completion.read').load(hasRecords, term);
  }
}

function keyOf(member: Member, agreementId: string, args: CompletionArgs): CompletionKey {
  return { agreementId, ...args, asOf: args.to ?? member.today() };
}

function chooseTerm(terms: readonly TermRow[], termId: string | null): TermRow {
  const [only, another] = terms;
  if (termId === null) {
    if (!only || another) {
      throw badInput('TERM_ID_NEEDED');
    }
    return only;
  }
  const term = terms.find(({ id }) => id === termId);
  if (!term) throw notFound(termId);
  return term;
}
