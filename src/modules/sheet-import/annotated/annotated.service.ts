import type { Caller } from '../../../access';
import { message } from '../../../messages';
import { AppError } from '../../../platform/app-error';
import { annotateWorkbook } from '../../../platform/sheets';
import type { ImportService } from '../import.service';
import { forgotten, isGone } from '../import-state.rules';
import { annotationOf } from './annotation';
import { FILE } from './file.repository';

/** 标注后的表格: an uploaded workbook with its faults at their cells. */
export class AnnotatedService {
  constructor(private readonly imports: ImportService) {}

  /** The bytes of an .xlsx, whatever was uploaded, with the faults in the language of the reader. */
  async file(caller: Caller, id: string): Promise<Buffer> {
    const row = await this.imports.get(caller, id);
    const member = caller.assert('import.read');
    const [kept] = isGone(row, member.now()) ? [] : await member.read(FILE, [row.organisationId, id]);
    if (!kept) throw new AppError('GONE', message('IMPORT_EXPIRED', forgotten(row)));
    const annotation = annotationOf(kept.faults, caller.language);
    // Without a database connection meanwhile: this takes seconds.
    return caller.aside(async () => annotateWorkbook(kept.content, annotation));
  }
}
