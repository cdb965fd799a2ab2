import { statement } from '../../../platform/database/statement';
import type { SheetFault } from '../reading/fault';

/** An uploaded file and its faults. */
interface KeptFile {
  content: Buffer;
  faults: SheetFault[];
}

export const FILE = statement<KeptFile>(
  'sheetImport.file',
  `select s.content, s.faults from core.sheet_import s
    where s.organisation_id = $1 and s.id = $2 and s.content is not null`,
);
