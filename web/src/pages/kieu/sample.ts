import type { ComponentChildren } from 'preact';
import type { KieuWords } from './use-kieu-words.ts';

/** One component in one state. */
export type Sample = {
  /** The component's name as web/src/ui exports it; several where they are only ever seen together. */
  readonly of: string;
  readonly as: keyof KieuWords['as'];
  readonly draw: (words: KieuWords['sample']) => ComponentChildren;
  /** Takes a whole line. */
  readonly wide?: true;
};
