import type { ReactNode } from 'react';
import { texts } from '../messages';
import { useDownload } from './use-download';

/** The tables of /export, as docs/exports.md has them. */
type ExportTable = 'completion' | 'service-records' | 'staffing' | 'funding' | 'assessments';

/** Saves a table of the page as CSV, with the columns that the exports have. */
export function CsvButton({
  table,
  parameters,
  fileName,
}: {
  readonly table: ExportTable;
  readonly parameters: Readonly<Record<string, string>>;
  readonly fileName: string;
}): ReactNode {
  const { isPending, start, state } = useDownload();
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={isPending}
        onClick={() => {
          start({
            path: `/export/${table}.csv`,
            // With a mark at the beginning, Excel reads it as UTF-8.
            parameters: { ...parameters, bom: '1' },
            fileName: `${fileName}.csv`,
          });
        }}
      >
        {texts().common.csv}
      </button>
      {state}
    </>
  );
}
