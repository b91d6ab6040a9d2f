/** What a key asks of the editor. */
export type EditorCommand =
  | 'toggle'
  | 'start'
  | 'end'
  | 'next'
  | 'previous'
  | 'earlier'
  | 'later'
  | 'split'
  | 'merge'
  | 'add'
  | 'undo'
  | 'save';

/**
 * By the place of the key and not by its letter: with Alt, Vietnamese and Apple keyboards type other signs. Beside Alt,
 * because most of the time the focus is in the text of a caption.
 */
const WITH_ALT: Readonly<Record<string, EditorCommand>> = {
  KeyK: 'toggle',
  BracketLeft: 'start',
  BracketRight: 'end',
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Comma: 'earlier',
  Period: 'later',
  Enter: 'split',
  KeyJ: 'merge',
  KeyN: 'add',
  KeyZ: 'undo',
  KeyS: 'save',
};

/** As they are printed on a keyboard of the centre. */
export const KEY_NAMES: Readonly<Record<EditorCommand, string>> = {
  toggle: 'Alt + K',
  start: 'Alt + [',
  end: 'Alt + ]',
  next: 'Alt + ↓',
  previous: 'Alt + ↑',
  earlier: 'Alt + ,',
  later: 'Alt + .',
  split: 'Alt + ↵',
  merge: 'Alt + J',
  add: 'Alt + N',
  undo: 'Alt + Z',
  save: 'Alt + S',
};

type Key = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** Undefined for keys that mean nothing here. */
export const editorCommandOf = ({ code, altKey, ctrlKey, metaKey }: Key): EditorCommand | undefined =>
  altKey && !ctrlKey && !metaKey ? WITH_ALT[code] : undefined;
