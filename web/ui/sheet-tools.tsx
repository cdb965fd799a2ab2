import { type ReactNode, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { texts } from '../messages';
import { saveFile } from './save-file';
import { pictureOf } from './table-picture';
import { useIsNarrow } from './use-is-narrow';

/** What a sheet is printed on. */
export type Paper = 'a3' | 'a4-landscape';
const PAPERS: readonly Paper[] = ['a3', 'a4-landscape'];

/** Prints the sheet of a page on the paper of one's choice, or saves it as a picture. */
export function SheetTools({
  onPaper,
  heading,
  fileName,
  table: selector = 'table.sheet',
}: {
  readonly onPaper: (paper: Paper) => void;
  /** Above the picture. */
  readonly heading: string;
  readonly fileName: string;
  /** Where the page has it. */
  readonly table?: string;
}): ReactNode {
  const { common } = texts();
  const menu = useRef<HTMLDetailsElement>(null);
  const isNarrow = useIsNarrow();
  const close = (): void => {
    if (menu.current) menu.current.open = false;
  };
  useEffect(() => {
    const { current } = menu;
    const onLeave = ({ relatedTarget }: FocusEvent): void => {
      if (current && !current.contains(relatedTarget as Node | null)) current.open = false;
    };
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape' || !current) return;
      current.open = false;
      current.querySelector('summary')?.focus();
    };
    current?.addEventListener('focusout', onLeave);
    current?.addEventListener('keydown', onKey);
    return () => {
      current?.removeEventListener('focusout', onLeave);
      current?.removeEventListener('keydown', onKey);
    };
  }, []);
  const print = (paper: Paper): void => {
    close();
    flushSync(() => {
      onPaper(paper);
    });
    window.print();
  };
  const savePicture = async (): Promise<void> => {
    close();
    const table = menu.current?.closest('article')?.querySelector<HTMLTableElement>(selector);
    if (table) saveFile(await pictureOf(table, heading), `${fileName}.png`);
  };
  return (
    <details ref={menu} className="menu">
      <summary className="button">
        {common.print} <span aria-hidden="true">▾</span>
      </summary>
      <div className="menu-items">
        {PAPERS.map((paper) => (
          <button
            key={paper}
            type="button"
            className="button quiet"
            onClick={() => {
              print(paper);
            }}
          >
            {common.printOn[paper]}
          </button>
        ))}
        {!isNarrow && (
          <button type="button" className="button quiet" onClick={() => void savePicture()}>
            {common.picture}
          </button>
        )}
      </div>
    </details>
  );
}
