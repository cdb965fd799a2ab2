import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { downloadFile, type FileAsked } from '../api/download';
import { RequestFailed } from '../api/request-failed';
import { texts } from '../messages';
import { Failure } from './answered';
import { Dialog } from './dialog';
import { RowCount } from './row-count';
import { saveFile } from './save-file';
import { sizeText } from './size-text';

export interface FileWanted extends Pick<FileAsked, 'path' | 'parameters'> {
  /** Under which it is saved. */
  readonly fileName: string;
}

export interface Download {
  readonly isPending: boolean;
  readonly start: (file: FileWanted) => void;
  /** How far it is, the way out, and why it failed: to be shown beside the button. */
  readonly state: ReactNode;
}

interface Transfer {
  readonly file: FileWanted;
  readonly abort: AbortController;
}

/** Saves files of the server; what takes longer than 300 ms says how far it is, and can be cancelled. */
export function useDownload(): Download {
  const { common } = texts();
  const [received, setReceived] = useState<string>();
  const save = useMutation({
    // Its own bar says how far it is.
    mutationKey: ['export'],
    mutationFn: async ({ file, abort: { signal } }: Transfer) => {
      if (signal.aborted) throw new RequestFailed({ kind: 'REFUSED' });
      const count = countOf(file);
      return downloadFile({
        ...file,
        signal,
        onPart: (bytes) => {
          setReceived(count(bytes));
        },
      });
    },
    onSuccess: (content, { file }) => {
      saveFile(content, file.fileName);
    },
  });
  const start = (file: FileWanted): void => {
    setReceived(undefined);
    save.mutate({ file, abort: new AbortController() });
  };
  const cancel = (): void => {
    save.variables?.abort.abort();
    save.reset();
  };
  const retry = (): void => {
    if (save.variables) start(save.variables.file);
  };
  return {
    isPending: save.isPending,
    start,
    state: (
      <>
        {save.isPending && (
          <Exporting
            state={save.failureReason ? common.busy : (received ?? common.exporting)}
            onCancel={cancel}
          />
        )}
        {save.error && (
          <Dialog title={common.failed} onClose={cancel}>
            <Failure error={save.error} retry={retry} />
          </Dialog>
        )}
      </>
    ),
  };
}

/** Says how much of a file has come: of a table its rows, of any other its size. */
function countOf({ fileName }: FileWanted): (bytes: Uint8Array) => string {
  const { common } = texts();
  if (!fileName.endsWith('.csv')) {
    let size = 0;
    return ({ length }) => {
      size += length;
      return common.bytesReceived(sizeText(size));
    };
  }
  const count = new RowCount();
  return (bytes) => {
    count.add(bytes);
    return common.rowsReceived(count.rows.toLocaleString('en-US'));
  };
}

function Exporting({
  state,
  onCancel,
}: {
  readonly state: string;
  readonly onCancel: () => void;
}): ReactNode {
  const { common } = texts();
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
