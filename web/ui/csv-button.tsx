import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { downloadCsv, type ExportTable } from '../api/download';
import { texts } from '../messages';
import { Failure } from './answered';
import { Dialog } from './dialog';

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
  const { common } = texts();
  const save = useMutation({ mutationFn: async () => downloadCsv(table, parameters, `${fileName}.csv`) });
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={save.isPending}
        onClick={() => {
          save.mutate();
        }}
      >
        {common.csv}
      </button>
      {save.error && (
        <Dialog
          title={common.failed}
          onClose={() => {
            save.reset();
          }}
        >
          <Failure
            error={save.error}
            retry={() => {
              save.mutate();
            }}
          />
        </Dialog>
      )}
    </>
  );
}
