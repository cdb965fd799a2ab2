import { type ReactNode, useRef, useState } from 'react';
import { texts } from '../messages';

/** A text that is shown once, to be handed on: whole, selected by one click, copied by another. */
export function CopyText({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  const { common } = texts();
  const field = useRef<HTMLTextAreaElement>(null);
  const [state, setState] = useState<'COPIED' | 'SELECTED'>();
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      // Only where the connection is secure; elsewhere the text is selected, and the keys do the rest.
      await navigator.clipboard.writeText(text);
      setState('COPIED');
    } catch {
      setState('SELECTED');
    }
  };
  return (
    <div className="copy-text">
      <textarea
        ref={field}
        className="input number"
        readOnly
        rows={3}
        aria-label={label}
        value={text}
        onFocus={(event) => {
          event.target.select();
        }}
      />
      <div className="row">
        <button type="button" className="button primary" onClick={() => void copy()}>
          {common.copy}
        </button>
        <output className="soft">
          {state === 'COPIED' && common.copied}
          {state === 'SELECTED' && common.copyByKeys}
        </output>
      </div>
    </div>
  );
}
