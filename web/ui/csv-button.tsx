import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { downloadCsv, type ExportTable } from '../api/download';
import { RequestFailed } from '../api/request-failed';
import { texts } from '../messages';
import { Failure } from './answered';
import { Dialog } from './dialog';
import { saveFile } from './save-file';

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
  const [rows, setRows] = useState(0);
  const save = useMutation({
    // Its own bar says how far it is.
    mutationKey: ['export'],
    mutationFn: async ({ signal }: AbortController) => {
      if (signal.aborted) throw new RequestFailed({ kind: 'REFUSED' });
      return downloadCsv({ table, parameters, signal, onRows: setRows });
    },
    onSuccess: (content) => {
      saveFile(content, `${fileName}.csv`);
    },
  });
  const start = (): void => {
    setRows(0);
    save.mutate(new AbortController());
  };
  const cancel = (): void => {
    save.variables?.abort();
    save.reset();
  };
  return (
    <>
      <button type="button" className="button" disabled={save.isPending} onClick={start}>
        {common.csv}
      </button>
      {save.isPending && <Exporting rows={rows} isWaiting={save.failureReason !== null} onCancel={cancel} />}
      {save.error && (
        <Dialog title={common.failed} onClose={cancel}>
          <Failure error={save.error} retry={start} />
        </Dialog>
      )}
    </>
  );
}

/** How far an export is that takes longer than 300 ms, and the way out. */
function Exporting({
  rows,
  isWaiting,
  onCancel,
}: {
  readonly rows: number;
  readonly isWaiting: boolean;
  readonly onCancel: () => void;
}): ReactNode {
  const { common } = texts();
  const state = isWaiting ? common.busy : common.rowsReceived(rows.toLocaleString('en-US'));
  return (
    <>
      <div className="progress screen-only" />
      <div className="exporting">
        <progress aria-label={common.exporting} />
        {state}
        <button type="button" className="button" onClick={onCancel}>
          {common.cancel}
        </button>
      </div>
    </>
  );
}
