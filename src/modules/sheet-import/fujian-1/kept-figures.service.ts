import type { Caller } from '../../../access';
import { readWorkbook } from '../../../platform/sheets';
import { type StepAside, stayInPlace } from '../../../platform/step-aside';
import { type AgreementService, keyOf } from '../../agreement';
import type { Catalogue } from '../../completion';
import { readForm } from '../form.rules';
import { SheetForm } from '../import.enums';
import type { SheetImportRow } from '../import.repository';
import { contentOf } from './kept-file.repository';
import type { Fujian1Reading } from './read-fujian-1';

/** The figures of an uploaded 附件1, read from its file again: nothing of them is stored. */
export class KeptFiguresService {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly agreements: AgreementService,
  ) {}

  /** Null of another form, and of a file that is gone. Beside other fields of a request nothing may step aside. */
  async read(
    caller: Caller,
    row: SheetImportRow,
    aside: StepAside = stayInPlace,
  ): Promise<Fujian1Reading | null> {
    const member = caller.assert('import.read');
    if (row.form !== SheetForm.FUJIAN_1 || member.now() >= row.expiresAt) return null;
    const content = await member.load(contentOf, row);
    if (content === null) return null;
    const key = keyOf(await this.agreements.get(caller, row.agreementId));
    const { zones, points } = await this.agreements.zonesAndPoints(caller, key);
    const projects = await this.agreements.projects(caller, key);
    const terms = await this.agreements.terms(caller, key);
    const workbook = await aside(async () => readWorkbook(content));
    const form = readForm(workbook, {
      indicators: this.catalogue.indicators,
      ...{ zones, points, projects, terms },
    });
    return 'reading' in form && form.form === 'FUJIAN_1' ? form.reading : null;
  }
}
