import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { texts } from '../messages';
import { Menu } from './menu';
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
  const isNarrow = useIsNarrow();
  const print = (paper: Paper): void => {
    flushSync(() => {
      onPaper(paper);
    });
    window.print();
  };
  const savePicture = async (of: Element): Promise<void> => {
    const table = of.closest('article')?.querySelector<HTMLTableElement>(selector);
    if (table) saveFile(await pictureOf(table, heading), `${fileName}.png`);
  };
  return (
    <Menu label={common.print}>
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
        <button
          type="button"
          className="button quiet"
          onClick={({ currentTarget }) => void savePicture(currentTarget)}
        >
          {common.picture}
        </button>
      )}
    </Menu>
  );
}
