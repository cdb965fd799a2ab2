import type { Move } from './selection';

export type Command =
  | { readonly kind: 'MOVE'; readonly move: Move; readonly isExtended: boolean }
  | { readonly kind: 'OPEN_OR_DOWN' | 'EDIT' | 'CANCEL' | 'LEAVE' | 'CLEAR' | 'UNDO' };

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const ARROWS: Readonly<Record<string, Move>> = {
  ArrowUp: 'UP',
  ArrowDown: 'DOWN',
  ArrowLeft: 'LEFT',
  ArrowRight: 'RIGHT',
  PageUp: 'PAGE_UP',
  PageDown: 'PAGE_DOWN',
  Home: 'HOME',
  End: 'END',
};
/** These move within the text while it is edited. */
const IN_TEXT = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

/** What a key does in the grid; undefined where it is the input's. No letter by itself is a shortcut. */
export function commandOf(
  { key, shiftKey, ctrlKey, metaKey, altKey }: Key,
  mode: 'IDLE' | 'TYPING' | 'EDITING',
): Command | undefined {
  const isIdle = mode === 'IDLE';
  if (altKey) return undefined;
  if (ctrlKey || metaKey) return isIdle && key.toLowerCase() === 'z' ? { kind: 'UNDO' } : undefined;
  const arrow = ARROWS[key];
  if (arrow && !(mode === 'EDITING' && IN_TEXT.has(key))) {
    return { kind: 'MOVE', move: arrow, isExtended: shiftKey && isIdle };
  }
  switch (key) {
    case 'Enter':
      return shiftKey ? { kind: 'MOVE', move: 'UP', isExtended: false } : { kind: 'OPEN_OR_DOWN' };
    case 'Tab':
      return { kind: 'MOVE', move: shiftKey ? 'PREVIOUS' : 'NEXT', isExtended: false };
    case 'F2':
      return { kind: 'EDIT' };
    case 'Escape':
      return { kind: isIdle ? 'LEAVE' : 'CANCEL' };
    case 'Delete':
    case 'Backspace':
      return isIdle ? { kind: 'CLEAR' } : undefined;
    default:
      return undefined;
  }
}
