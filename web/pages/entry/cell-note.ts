import { texts } from '../../messages';
import type { CellView } from './entry-store';

/** What is to be said of a cell: why it is not saved, or what is unusual about it; null where nothing is. */
export function noteOf({ message, mistake, isUnusual, isFixed, isClosed }: CellView): string | null {
  const { entry: messages } = texts();
  return (
    message ??
    (mistake === null ? null : messages.mistakes[mistake]) ??
    (isUnusual ? messages.unusual : null) ??
    (isClosed ? messages.closed : null) ??
    (isFixed ? messages.fixed : null)
  );
}
