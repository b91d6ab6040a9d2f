import { createContext } from 'preact';
import type { Ref } from './entries.ts';

/** Where the files of a question come from: the paper of an own attempt, or an item bank. */
export type FilesOf =
  | { readonly kind: 'attempt'; readonly ref: Ref }
  | { readonly kind: 'bank'; readonly courseId: string };

/** Tells the questions below it where their files come from. */
export const FilesFrom = createContext<FilesOf | undefined>(undefined);
