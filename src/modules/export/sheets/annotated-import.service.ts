import type { Caller } from '../../../access';
import type { AnnotatedService } from '../../sheet-import';
import type { ExportAdmission } from '../admission';

export interface AnnotatedImportOptions {
  annotated: AnnotatedService;
  admission: ExportAdmission;
}

/** An uploaded spreadsheet with its faults at their cells, as a file like the others: charged, and one of a few at once. */
export class AnnotatedImportService {
  constructor(private readonly options: AnnotatedImportOptions) {}

  async write(caller: Caller, id: string): Promise<Buffer> {
    const member = caller.assert('import.read');
    const { annotated, admission } = this.options;
    admission.chargeRequest(caller);
    const leave = admission.enter(caller, member);
    try {
      const bytes = await annotated.file(caller, id);
      caller.exporting('imports/annotated.xlsx', { id });
      return bytes;
    } finally {
      leave();
    }
  }
}
