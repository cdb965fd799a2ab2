import type { ReactNode } from 'react';
import { texts } from '../messages';
import { type FileWanted, useDownload } from './use-download';

/** The tables of /export, as docs/exports.md has them. */
type ExportTable = 'completion' | 'service-records' | 'staffing' | 'funding' | 'assessments';

/** A table of the exports, and what of it. */
export interface CsvWanted {
  readonly table: ExportTable;
  readonly parameters: Readonly<Record<string, string>>;
  /** Without an ending. */
  readonly fileName: string;
}

/** A table as CSV, with the columns that the exports have. */
export function csvFile({ table, parameters, fileName }: CsvWanted): FileWanted {
  return {
    path: `/export/${table}.csv`,
    // With a mark at the beginning, Excel reads it as UTF-8.
    parameters: { ...parameters, bom: '1' },
    fileName: `${fileName}.csv`,
  };
}

/** Saves a table of the page as CSV. */
export function CsvButton(csv: CsvWanted): ReactNode {
  const { isPending, start, state } = useDownload();
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={isPending}
        onClick={() => {
          start(csvFile(csv));
        }}
      >
        {texts().common.csv}
      </button>
      {state}
    </>
  );
}
