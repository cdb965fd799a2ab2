import type { Exchange, Route } from '../../../platform/http';
import { type AnsweringOptions, answerWithFile, fileHeaders } from '../answering';
import type { SheetService } from './sheet.service';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface SheetRoutesOptions extends AnsweringOptions {
  sheets: SheetService;
}

/** GET /export/fujian-1.xlsx and so on: one path per spreadsheet of an agreement. */
export function sheetRoutes(options: SheetRoutesOptions): Route[] {
  return options.sheets.files.map((file) => {
    const path = `/${file}`;
    return {
      path,
      getOnly: true,
      handle: async (exchange: Exchange) =>
        answerWithFile(exchange, { path, type: XLSX }, options, async (caller) => {
          const bytes = await options.sheets.write(caller, file, exchange.search);
          exchange.send(200, fileHeaders(file.replaceAll('/', '-').replace(/^export-/, ''), XLSX), bytes);
        }),
    };
  });
}
