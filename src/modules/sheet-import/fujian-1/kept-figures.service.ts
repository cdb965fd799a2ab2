import type { Caller } from '../../../access';
import { type StepAside, stayInPlace } from '../../../platform/step-aside';
import type { AgreementService } from '../../agreement';
import type { FormSource } from '../form-source';
import { SheetForm } from '../import.enums';
import type { SheetImportRow } from '../import.repository';
import { isGone } from '../import-state.rules';
import type { Fujian1Reading } from './read-fujian-1';

/** The figures of an uploaded 附件1, for other modules. */
export class KeptFiguresService {
  constructor(
    private readonly agreements: AgreementService,
    private readonly source: FormSource,
  ) {}

  /** Null of another form, and of a file that is gone. */
  async read(
    caller: Caller,
    row: SheetImportRow,
    aside: StepAside = stayInPlace,
  ): Promise<Fujian1Reading | null> {
    const member = caller.assert('import.read');
    if (row.form !== SheetForm.FUJIAN_1 || isGone(row, member.now())) return null;
    const agreement = await this.agreements.get(caller, row.agreementId);
    const context = await this.source.contextOf(caller, agreement);
    const form = await this.source.again(caller, row, context, aside);
    return form.form === 'FUJIAN_1' ? form.reading : null;
  }
}
