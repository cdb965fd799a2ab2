import type { Exchange, Route } from '../../platform/http';
import { type AnsweringOptions, answerWithFile, fileHeaders, streamFile } from './answering';
import { type ExportFormat, type ExportName, EXPORTS, type ExportService, FORMATS } from './export.service';

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
};

interface ExportRoutesOptions extends AnsweringOptions {
  exports: ExportService;
}

/** GET /export/service-records.csv and so on: one path per table and format. */
export function exportRoutes(options: ExportRoutesOptions): Route[] {
  return (Object.keys(EXPORTS) as ExportName[]).flatMap((name) =>
    FORMATS.map((format) => {
      const path = `/export/${name}.${format}`;
      const type = TYPES[format];
      return {
        path,
        getOnly: true,
        handle: async (exchange: Exchange) =>
          answerWithFile(exchange, { path, type }, options, async (caller) => {
            const file = await options.exports.open(caller, name, format, exchange.search);
            const headers = {
              ...fileHeaders(`${name}.${format}`, type),
              'X-Next-Updated-Since': file.nextUpdatedSince,
            };
            await streamFile(exchange, file, headers, format !== 'parquet');
          }),
      };
    }),
  );
}
