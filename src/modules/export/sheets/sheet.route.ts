import type { Caller } from '../../../access';
import type { Exchange, Route } from '../../../platform/http';
import { type AnsweringOptions, answerWithFile, fileHeaders, streamFile } from '../answering';
import type { ServiceLogService } from './service-log/service-log.service';
import type { AnnotatedImportService } from './annotated-import.service';
import type { SheetService } from './sheet.service';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface SheetRoutesOptions extends AnsweringOptions {
  sheets: SheetService;
  log: ServiceLogService;
  annotated: AnnotatedImportService;
}

const LOG = 'export/service-records.xlsx';
const ANNOTATED = 'imports/*/annotated.xlsx';

/** GET /export/fujian-1.xlsx and so on: one path per spreadsheet of an agreement. */
export function sheetRoutes(options: SheetRoutesOptions): Route[] {
  const { sheets, log, annotated } = options;
  const route = (file: string, send: (exchange: Exchange, caller: Caller) => Promise<void>): Route => ({
    path: `/${file}`,
    getOnly: true,
    handle: async (exchange: Exchange) =>
      answerWithFile(exchange, { path: `/${file}`, type: XLSX }, options, async (caller) =>
        send(exchange, caller),
      ),
  });
  return [
    ...sheets.files.map((file) =>
      route(file, async (exchange, caller) => {
        const bytes = await sheets.write(caller, file, exchange.search);
        exchange.send(200, headersOf(file), bytes);
      }),
    ),
    route(LOG, async (exchange, caller) => {
      await streamFile(exchange, await log.open(caller, LOG, exchange.search), headersOf(LOG), false);
    }),
    route(ANNOTATED, async (exchange, caller) => {
      const [, , id = ''] = exchange.path.split('/');
      exchange.send(200, fileHeaders('annotated.xlsx', XLSX), await annotated.write(caller, id));
    }),
  ];
}

/** A template is distinguished from an export by its name. */
const headersOf = (file: string): Record<string, string> =>
  fileHeaders(file.replace('/', '-').replace(/^export-/, ''), XLSX);
