import { createHash } from 'node:crypto';
import type { Caller } from '../../access';
import { message } from '../../messages';
import { AppError } from '../../platform/app-error';
import { FileRefusal } from '../../platform/sheets';
import { type StepAside, stayInPlace } from '../../platform/step-aside';
import { type AgreementRow, type AgreementService, AgreementState, keyOf } from '../agreement';
import type { Catalogue } from '../completion';
import type { FormContext } from './form-context';
import { type FormReading, readForm } from './form.rules';
import type { SheetImportRow } from './import.repository';
import { forgotten } from './import-state.rules';
import type { ImportTurns } from './import-turns';
import { choicesFor } from './names/choices.rules';
import { choicesOfStation, type NameChoice } from './names/import-name.repository';
import type { Named } from './reading/names.rules';
import { contentOf, readingOf } from './writing/import-writing.repository';
import { unpacked } from './writing/packed-reading';

/** What forms of an agreement are read with. */
export interface ReadingContext {
  context: FormContext;
  /** Hash of all of it: what was read with another is read anew. */
  basis: Buffer;
  /** The operator. */
  organisationId: string;
}

/** Reads forms: from the bytes of a file, or as they were kept, where nothing has changed that they are read with. */
export class FormSource {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly agreements: AgreementService,
    private readonly turns: ImportTurns,
  ) {}

  /** With the choices of the station, unless others are given. */
  async contextOf(
    caller: Caller,
    agreement: AgreementRow,
    choices?: readonly NameChoice[],
  ): Promise<ReadingContext> {
    const member = caller.assert('import.read');
    const key = keyOf(agreement);
    const parts = await this.agreements.zonesAndPoints(caller, key);
    // What is read is kept as JSON: zones and points that were loaded together refer to each other.
    const former = new Map((await this.agreements.formerParts(caller, key)).map((part) => [part.id, part]));
    const named = ({ id, name }: Named): Named => {
      const formerNames = former.get(id)?.names ?? [];
      return { id, name, ...(formerNames.length > 0 && { formerNames }) };
    };
    const zones = parts.zones.map(named);
    const points = parts.points.map(({ zoneId, ...point }) => {
      const formerZoneIds = former.get(point.id)?.zoneIds ?? [];
      return { ...named(point), zoneId, ...(formerZoneIds.length > 0 && { formerZoneIds }) };
    });
    const projects = (await this.agreements.projects(caller, key)).map(named);
    const terms = await this.agreements.terms(caller, key);
    const { indicators } = this.catalogue;
    const kept =
      choices ?? (await choicesOfStation({ query: async (...asked) => member.read(...asked) }, agreement));
    const things = { indicators, zones, points, projects };
    const context = { ...things, terms, choices: choicesFor(things, kept) };
    return { context, basis: basisOf(context), organisationId: agreement.organisationId };
  }

  /** Reads the bytes of a file, which takes seconds: the request steps aside meanwhile, if it has nothing else to do. */
  async read(
    bytes: Buffer,
    { context, organisationId }: ReadingContext,
    aside: StepAside,
  ): Promise<FormReading> {
    const workbook = await aside(async () => this.turns.read(organisationId, bytes)).catch(refused);
    const form = readForm(workbook, context);
    if ('unclear' in form) throw refusal('BAD_REQUEST', form.unclear);
    return form;
  }

  /**
   * The reading of an import that is kept; its file is read again only where it would be read otherwise. A query has other
   * fields to answer beside it, and does not step aside.
   */
  async again(
    caller: Caller,
    { id, organisationId, readingBasis, expiresAt }: SheetImportRow,
    reading: ReadingContext,
    aside: StepAside = stayInPlace,
  ): Promise<FormReading> {
    const member = caller.assert('import.read');
    if (readingBasis?.equals(reading.basis) === true) {
      const kept = await readingOf(member, organisationId, id);
      if (kept) return unpacked(kept);
    }
    const content = await contentOf(member, organisationId, id);
    if (!content) throw new AppError('BAD_REQUEST', message('IMPORT_EXPIRED', forgotten({ expiresAt })));
    return this.read(content, reading, aside);
  }
}

/** Targets go into proposals too; records and staff only into what is confirmed. */
export function assertTakes({ state }: AgreementRow, form: FormReading['form']): void {
  const isProposal = state === AgreementState.PROPOSED && form === 'FUJIAN_1';
  if (state !== AgreementState.CONFIRMED && !isProposal)
    throw new AppError('BAD_REQUEST', message('NOT_CONFIRMED'));
}

function basisOf({ indicators, zones, points, projects, terms, choices = new Map() }: FormContext): Buffer {
  const days = terms.map(({ startsOn, endsOn }) => [startsOn, endsOn]);
  const all = [indicators, zones, points, projects, days, [...choices]];
  return createHash('sha256').update(JSON.stringify(all)).digest();
}

function refused(error: unknown): never {
  if (!(error instanceof FileRefusal)) throw error;
  const { reason } = error;
  if (reason.code === 'FILE_TOO_LARGE') throw refusal('PAYLOAD_TOO_LARGE', reason);
  const isOther = reason.code === 'FILE_KIND_UNKNOWN' || reason.code === 'FILE_IS_WEB_PAGE';
  throw refusal(isOther ? 'UNSUPPORTED_MEDIA_TYPE' : 'BAD_REQUEST', reason);
}

/** A refusal that names its reason: several have the same code. */
function refusal(
  code: 'BAD_REQUEST' | 'PAYLOAD_TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE',
  reason: FileRefusal['reason'],
): AppError {
  return new AppError(code, reason, { details: { reason: reason.code } });
}
