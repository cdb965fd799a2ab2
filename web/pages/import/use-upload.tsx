import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { queries } from '../../api/queries';
import { RequestFailed } from '../../api/request-failed';
import { uploadSheet } from '../../api/upload';
import { texts } from '../../messages';
import { importTexts } from '../../messages/imports';
import { useAddress } from '../../place/at-place';
import { Failure } from '../../ui/answered';
import { sizeText } from '../../ui/size-text';

/** What the server takes at most. */
const MAX_BYTES = 10 * 1024 * 1024;

export interface Upload {
  readonly isPending: boolean;
  /** Whether a file is being dragged over the page. */
  readonly isOver: boolean;
  readonly start: (files: FileList | null) => void;
  /** How far it is, or why it did not work. */
  readonly state: ReactNode;
}

interface Transfer {
  readonly file: File;
  readonly abort: AbortController;
}

/** Brings a file of an agreement, from wherever on the page it is dropped, and goes to what was read of it. */
export function useUpload(agreement: string, isOffered: boolean): Upload {
  const [address, change] = useAddress();
  const [share, setShare] = useState(0);
  const [word, setWord] = useState<string>();
  const transfer = useMutation({
    // Its own bar says how far it is.
    mutationKey: ['import'],
    mutationFn: async ({ file, abort: { signal } }: Transfer) => {
      if (signal.aborted) throw new RequestFailed({ kind: 'REFUSED' });
      setShare(0);
      return uploadSheet({
        agreement,
        name: file.name,
        signal,
        onSent: setShare,
        content: await contentOf(file),
      });
    },
    onSuccess: async (id) => {
      // The same bytes again are the same import.
      if (address.get('import') === id) setWord(importTexts().drop.same);
      else change({ import: id, tab: null, severity: null });
      await queries.invalidateQueries();
    },
  });
  const start = (files: FileList | null): void => {
    const { drop } = importTexts();
    const [file] = files ?? [];
    if (!file || transfer.isPending) return;
    const wrong =
      files && files.length > 1
        ? drop.one
        : file.size > MAX_BYTES
          ? drop.tooLarge(sizeText(file.size))
          : undefined;
    transfer.reset();
    setWord(wrong);
    if (wrong === undefined) transfer.mutate({ file, abort: new AbortController() });
  };
  const isOver = useDropped(start, isOffered);
  const state = transfer.isPending ? (
    <Sending
      share={share}
      waitsFor={transfer.failureReason}
      onCancel={() => {
        transfer.variables.abort.abort();
        transfer.reset();
      }}
    />
  ) : word !== undefined ? (
    <p className="notice" role="alert">
      {word}
    </p>
  ) : (
    transfer.error && (
      <Refused
        error={transfer.error}
        name={transfer.variables.file.name}
        retry={() => {
          transfer.mutate({ file: transfer.variables.file, abort: new AbortController() });
        }}
      />
    )
  );
  return { isPending: transfer.isPending, isOver, start, state };
}

/** Its bytes as they are now: a file that is saved again while it goes would break off. */
async function contentOf(file: File): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch {
    throw new RequestFailed({ kind: 'REFUSED', message: importTexts().drop.unreadable });
  }
}

/** Takes what is dropped anywhere on the page: beside a small area, a browser would open the file instead. */
function useDropped(start: (files: FileList | null) => void, isOffered: boolean): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (!isOffered) return;
    const onOver = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      start(event.dataTransfer?.files ?? null);
    };
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', onDrop);
    };
  });
  return isOver;
}

/** How far it is, where it takes longer than 300 ms, and the way out. */
function Sending({
  share,
  waitsFor,
  onCancel,
}: {
  readonly share: number;
  readonly waitsFor: Error | null;
  readonly onCancel: () => void;
}): ReactNode {
  const { common } = texts();
  const { drop } = importTexts();
  const isSent = share === 1;
  const going = isSent ? drop.reading : drop.sending(String(Math.floor(share * 100)));
  return (
    <div className="sending">
      {isSent ? (
        <progress aria-label={drop.progress} />
      ) : (
        <progress aria-label={drop.progress} value={share} />
      )}
      <output>{waitsFor ? waitingText(waitsFor) : going}</output>
      <button type="button" className="button" onClick={onCancel}>
        {common.cancel}
      </button>
    </div>
  );
}

function waitingText(error: Error): string {
  const { common } = texts();
  const isUnreachable = error instanceof RequestFailed && error.failure.kind === 'UNREACHABLE';
  return isUnreachable ? common.unreachable : common.busy;
}

/** Why a file was not read, and what to do: another file, or the same again where the way was at fault. */
function Refused({
  error,
  name,
  retry,
}: {
  readonly error: Error;
  readonly name: string;
  readonly retry: () => void;
}): ReactNode {
  const { drop } = importTexts();
  const failure = error instanceof RequestFailed ? error.failure : undefined;
  const isRole = failure?.code === 'FORBIDDEN';
  const isOfFile = failure?.kind === 'REFUSED';
  return (
    <section className="refused" aria-label={drop.refused(name)}>
      <h2>{drop.refused(name)}</h2>
      <Failure
        error={isRole ? new RequestFailed({ ...failure, message: drop.forbidden }) : error}
        {...(!isOfFile && { retry })}
      />
    </section>
  );
}
