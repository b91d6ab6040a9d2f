import type { Response } from '../contract.ts';

/** A file that has arrived for an answer: its type by its first bytes, its name by all of them. */
export type HandedFile = {
  readonly itemId: string;
  readonly fileId: string;
  readonly mediaType: string;
  readonly bytes: number;
};

/** Whether every file that a response names has arrived for its question. Responses of other kinds name none. */
export const filesAreThere = (
  { files = [] }: { readonly files?: readonly HandedFile[] },
  itemId: string,
  response: Response,
): boolean =>
  response.kind !== 'file-answer' ||
  response.files.every(({ fileId }) =>
    files.some((file) => file.itemId === itemId && file.fileId === fileId),
  );
