import { type ReactNode, useId } from 'react';
import { importTexts } from '../../messages/imports';
import type { Upload } from './use-upload';

const KINDS = '.xlsx,.xls,.ods,.csv';

/** Where a file is dropped, or chosen with the keyboard. */
export function DropArea({ upload }: { readonly upload: Upload }): ReactNode {
  const { drop } = importTexts();
  return (
    <section className={upload.isOver ? 'drop over' : 'drop'} aria-label={drop.label}>
      <p className="drop-label">{upload.isOver ? drop.here : drop.label}</p>
      <UploadButton upload={upload} text={drop.choose} isPrimary />
      <p className="soft">{drop.hint}</p>
      {upload.state}
    </section>
  );
}

/** Opens the browser's own choice of a file. */
export function UploadButton({
  upload,
  text,
  isPrimary = false,
}: {
  readonly upload: Upload;
  readonly text: string;
  readonly isPrimary?: boolean;
}): ReactNode {
  const id = useId();
  return (
    <span className="file-choice">
      <input
        id={id}
        className="unseen"
        type="file"
        accept={KINDS}
        disabled={upload.isPending}
        onChange={({ target }) => {
          upload.start(target.files);
          // The same file, mended, may be chosen again.
          target.value = '';
        }}
      />
      <label htmlFor={id} className={isPrimary ? 'button primary' : 'button'}>
        {text}
      </label>
    </span>
  );
}
