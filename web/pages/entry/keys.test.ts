import { commandOf } from './keys';

const press = (text: string, mode: 'IDLE' | 'TYPING' | 'EDITING' = 'IDLE') => {
  const parts = text.split('+');
  const key = parts[parts.length - 1]!;
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  const modifiers = { shiftKey: has('Shift'), ctrlKey: has('Ctrl'), metaKey: false, altKey: has('Alt') };
  return commandOf({ key, ...modifiers }, mode);
};

test.each([
  ['ArrowDown', { kind: 'MOVE', move: 'DOWN', isExtended: false }],
  ['Shift+ArrowRight', { kind: 'MOVE', move: 'RIGHT', isExtended: true }],
  ['Enter', { kind: 'OPEN_OR_DOWN' }],
  ['Shift+Enter', { kind: 'MOVE', move: 'UP', isExtended: false }],
  ['Tab', { kind: 'MOVE', move: 'NEXT', isExtended: false }],
  ['Shift+Tab', { kind: 'MOVE', move: 'PREVIOUS', isExtended: false }],
  ['F2', { kind: 'EDIT' }],
  ['Delete', { kind: 'CLEAR' }],
  ['Ctrl+z', { kind: 'UNDO' }],
  ['Escape', { kind: 'LEAVE' }],
])('%s does %j', (key, command) => {
  expect(press(key)).toEqual(command);
});

test.each(['a', '7', '/', 'Ctrl+c', 'Ctrl+v', 'Ctrl+k', 'Alt+1'])(
  '%s is none of the grid’s keys: typing is never a shortcut',
  (key) => {
    expect(press(key)).toBeUndefined();
  },
);

test('while a text is edited its own keys move in it; while it replaces, arrows leave the cell', () => {
  expect(press('ArrowLeft', 'EDITING')).toBeUndefined();
  expect(press('ArrowLeft', 'TYPING')).toMatchObject({ move: 'LEFT' });
  expect(press('ArrowUp', 'EDITING')).toMatchObject({ move: 'UP' });
  expect(press('Delete', 'TYPING')).toBeUndefined();
  expect(press('Ctrl+z', 'EDITING')).toBeUndefined();
  expect(press('Escape', 'TYPING')).toEqual({ kind: 'CANCEL' });
});
