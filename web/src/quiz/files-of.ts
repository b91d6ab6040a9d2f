import { createContext } from 'preact';
import type { Ref } from './entries.ts';

/** Where the files of a question come from: the paper of an own attempt, an item bank, or an answer that is marked. */
export type FilesOf =
  | { readonly kind: 'attempt'; readonly ref: Ref }
  | { readonly kind: 'bank'; readonly courseId: string }
  | { readonly kind: 'task'; readonly task: { readonly quizId: string; readonly taskId: string } };

/** Tells the questions below it where their files come from. */
export const FilesFrom = createContext<FilesOf | undefined>(undefined);
