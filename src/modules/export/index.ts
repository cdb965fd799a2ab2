import { SealedTokens } from '../../access';
import { ExportSlots } from '../../platform/export/slots';
import type { Route } from '../../platform/http';
import { type AdmissionOptions, ExportAdmission } from './admission';
import type { AnsweringOptions } from './answering';
import { ExportCursors } from './export.cursor';
import { exportRoutes } from './export.route';
import { ExportService } from './export.service';
import { type AnnotatedImportOptions, AnnotatedImportService } from './sheets/annotated-import.service';
import { ServiceLogService } from './sheets/service-log/service-log.service';
import { sheetRoutes } from './sheets/sheet.route';
import { SheetService, type SheetServiceOptions } from './sheets/sheet.service';

interface ExportsOptions extends Omit<AdmissionOptions, 'places'>, AnsweringOptions {
  /** How many run at once. */
  atOnce: number;
  keys: ConstructorParameters<typeof SealedTokens>[0];
  services: Omit<SheetServiceOptions & AnnotatedImportOptions, 'admission'>;
}

/** The addresses of all files. */
export function createExportRoutes({ atOnce, keys, services, ...options }: ExportsOptions): Route[] {
  const admission = new ExportAdmission({ ...options, places: new ExportSlots(atOnce) });
  const { timeoutMs } = options;
  const cursors = new ExportCursors(new SealedTokens(keys, 'export cursor'));
  return [
    ...exportRoutes({ ...options, exports: new ExportService({ admission, timeoutMs, cursors }) }),
    ...sheetRoutes({
      ...options,
      sheets: new SheetService({ ...services, admission }),
      log: new ServiceLogService({ ...services, admission, timeoutMs }),
      annotated: new AnnotatedImportService({ ...services, admission }),
    }),
  ];
}
