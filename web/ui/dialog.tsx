import { type ReactNode, useEffect, useId, useRef } from 'react';
import { texts } from '../messages';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** At the right edge, for what is looked at beside the page. */
  readonly isDrawer?: boolean;
  /** Whether it stays until what it asks for is done. */
  readonly isRequired?: boolean;
  readonly children: ReactNode;
}

/** A window over the page: the browser's own, with its focus, Esc and backdrop. */
export function Dialog({ title, onClose, isDrawer, isRequired, children }: DialogProps): ReactNode {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const { common } = texts();
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={isDrawer ? 'dialog drawer' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        if (!isRequired) onClose();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        {!isRequired && (
          <button type="button" className="button quiet" onClick={onClose}>
            {common.close}
          </button>
        )}
      </header>
      {children}
    </dialog>
  );
}
