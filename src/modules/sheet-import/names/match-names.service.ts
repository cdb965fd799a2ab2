import type { Caller } from '../../../access';
import { notFound } from '../../../platform/app-error';
import { assertNoFaults, brokenRule } from '../../../platform/faults';
import { InputRules } from '../../../platform/input-rules';
import { type AgreementService, keyOf } from '../../agreement';
import type { FormContext } from '../form-context';
import type { FormSource } from '../form-source';
import { assertBrings } from '../form-parts';
import type { MatchImportNamesInput } from '../import.input';
import { namesOf, type SheetImportRow } from '../import.repository';
import { forgotten, isOpen } from '../import-state.rules';
import type { ImportService } from '../import.service';
import type { ReadName } from '../reading/name-book';
import { choiceKey } from '../reading/name-choices';
import { keyOf as wordsKeyOf } from '../reading/words';
import { lockImport } from '../writing/import-writing.repository';
import type { ImportPreviews } from '../writing/import-previews';
import { thingsOf } from './choices.rules';
import { choicesOfStation, type NameChoice, replaceChoices } from './import-name.repository';

const MAX_NAMES = 500;

/** A name of the file, and its choice: null where that is forgotten. */
interface Given extends Pick<NameChoice, 'kind' | 'key'> {
  name: ReadName;
  choice: NameChoice | null;
}

/** 匹配名称: what names in the files of a station stand for, said once and remembered. */
export class MatchNamesService {
  constructor(
    private readonly imports: ImportService,
    private readonly agreements: AgreementService,
    private readonly source: FormSource,
    private readonly previews: ImportPreviews,
  ) {}

  /** Remembers choices, and reads the import again with them. */
  async match(caller: Caller, { importId, names }: MatchImportNamesInput): Promise<void> {
    const member = caller.assert('import.upload');
    const row = await this.imports.get(caller, importId);
    assertBrings(caller, row.form);
    if (row.appliedAt !== null) throw brokenRule('IMPORT_ALREADY_APPLIED', ['importId']);
    if (!isOpen(row, member.now())) throw brokenRule('IMPORT_EXPIRED', ['importId'], forgotten(row));
    const agreement = await this.agreements.get(caller, row.agreementId);
    const { context } = await this.source.contextOf(caller, agreement);
    const given = await this.checked(caller, row, context, names);
    const chosen = given.flatMap(({ choice }) => choice ?? []);
    const named = new Set(given.map(({ kind, key }) => `${kind} ${key}`));
    const reader = { query: member.read.bind(member) };
    const before = await choicesOfStation(reader, agreement);
    const others = before.filter(({ kind, key }) => !named.has(`${kind} ${key}`));
    const reading = await this.source.contextOf(caller, agreement, [...others, ...chosen]);
    const form = await this.source.again(caller, row, reading, caller.aside);
    const writing = { member, agreement, importId: row.id, uploadedBy: row.uploadedById };
    const made = await this.previews.make(writing, form, {
      sha256: row.sha256,
      readingBasis: reading.basis,
    });
    await member.write(async (transaction) => {
      const locked = await lockImport(transaction, row);
      if (locked.appliedAt !== null) throw brokenRule('IMPORT_ALREADY_APPLIED', ['importId']);
      const by = { memberId: member.session.memberId, at: member.now() };
      await replaceChoices(transaction, keyOf(agreement), agreement.stationId, given, by);
      await this.previews.keep(transaction, writing, made);
      transaction.log({
        action: 'IMPORT_NAMES_MATCHED',
        thing: 'SheetImport',
        thingId: row.id,
        agreementIds: [row.agreementId],
        before: before.filter(({ kind, key }) => named.has(`${kind} ${key}`)),
        after: given.map(({ name: { kind, text }, choice }) => ({ kind, text, id: choice?.id ?? null })),
      });
    });
  }

  /** The names that are given, which this file must have. */
  private async checked(
    caller: Caller,
    row: SheetImportRow,
    context: FormContext,
    names: MatchImportNamesInput['names'],
  ): Promise<Given[]> {
    const rules = new InputRules();
    rules.count(names.length, ['names'], 1, MAX_NAMES);
    assertNoFaults(rules.faults);
    const used = await caller.assert('import.read').load(namesOf, row);
    const byKey = new Map(used.map((name) => [choiceKey(name.kind, name.text), name]));
    const given = names.flatMap(({ kind, text, id }, at): Given[] => {
      const name = byKey.get(choiceKey(kind, text));
      if (!name) {
        rules.add('NAME_NOT_IN_FILE', ['names', at, 'text']);
        return [];
      }
      const key = wordsKeyOf(text);
      if (id == null) return [{ kind, key, name, choice: null }];
      const thing = thingsOf(kind, context).find((one) => one.id === id);
      if (!thing) throw notFound(id);
      return [{ kind, key, name, choice: { kind, key, id: thing.id, name: thing.name } }];
    });
    assertNoFaults(rules.faults);
    return given;
  }
}
