import type { BankStore } from '../bank-store.ts';
import { answerFileType } from '../domain/formats/answer-file.ts';
import { decideHandOver, MOST_ANNOUNCED, takesFile } from '../domain/hand-over.ts';
import type { HandedFile } from '../domain/handed-file.ts';
import type { ItemFiles } from '../item-files.ts';
import type { AttemptRef, AttemptStore } from '../store.ts';
import { quizOf } from './quiz-of.ts';

type Tools = { readonly attempts: AttemptStore; readonly bank: BankStore; readonly files: ItemFiles };
type Announced = Omit<HandedFile, 'itemId'> & AttemptRef & { readonly itemId: string };
type Upload = Awaited<ReturnType<ItemFiles['signAnswer']>>;

type HandedOver =
  | { readonly there: true }
  | { readonly there: false; readonly upload: Upload }
  | 'not-found'
  | 'attempt-closed'
  | 'file-not-taken'
  | 'too-many-files';

/**
 * Takes a file for an answer once it has been sent, and says where to send it before. Taken by what its bytes say, not by
 * its name; the bytes are kept before the attempt knows of them. The same again changes nothing.
 */
export async function handOverFile(tools: Tools, announced: Announced, at: string): Promise<HandedOver> {
  const { attempts, files } = tools;
  const held = await attempts.findHeld(announced);
  if (!held) return 'not-found';
  const quiz = await quizOf(tools, held.attempt);
  const decision = decideHandOver(held, announced.itemId, announced, { quiz, at });
  if (decision.kind === 'refused') return decision.reason;
  if (decision.kind === 'there') return { there: true };
  const sent = await files.findSentAnswer(announced);
  if (!sent) {
    const hasRoom = await attempts.noteAnnounced(announced, MOST_ANNOUNCED);
    return hasRoom ? { there: false, upload: await files.signAnswer(announced) } : 'too-many-files';
  }
  const { itemId, fileId } = announced;
  const file = { itemId, fileId, mediaType: answerFileType(sent) ?? '', bytes: sent.length };
  if (!takesFile(decision.item, file)) return 'file-not-taken';
  await files.keepAnswer(announced, sent);
  await attempts.saveFile(announced, file);
  return { there: true };
}
