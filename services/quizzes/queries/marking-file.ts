import type { HandedFile } from '../domain/handed-file.ts';
import type { MarkingTask } from '../domain/marking.ts';
import type { Media } from '../domain/question.ts';
import { seenMedia } from '../domain/seen-media.ts';
import type { MarkingStore } from '../marking-store.ts';
import type { AttemptStore } from '../store.ts';

type Stores = { readonly marking: MarkingStore; readonly attempts: AttemptStore };
type Asked = { readonly quizId: string; readonly taskId: string; readonly fileId: string };
type Marker = { readonly markerId: string; readonly inSight: (personId: string) => boolean };

/** Only whoever has the task in hand, and only as long as that lasts. */
const isInHand = ({ lease, personId }: MarkingTask, { markerId, inSight }: Marker, at: string): boolean =>
  lease?.markerId === markerId && lease.until > at && inSight(personId);

/** A file of the answer that a marker has taken up, or of its question; undefined for everything else. */
export async function markingFile(
  { marking, attempts }: Stores,
  { quizId, taskId, fileId }: Asked,
  marker: Marker,
  at: string,
): Promise<{ readonly answer: HandedFile & { attemptId: string } } | { readonly shown: Media } | undefined> {
  const task = await marking.findTask(quizId, taskId);
  if (!task || !isInHand(task, marker, at)) return undefined;
  const held = await attempts.findHeld(task);
  const handed = held?.files?.find((file) => file.itemId === task.itemId && file.fileId === fileId);
  const answer = held?.answers.find(({ itemId }) => itemId === task.itemId)?.response;
  // Of what was handed over, what the answer names: the rest its author has taken back.
  if (handed && answer?.kind === 'file-answer' && answer.files.some((file) => file.fileId === fileId))
    return { answer: { ...handed, attemptId: task.attemptId } };
  const paper = held?.paper.filter(({ itemId }) => itemId === task.itemId) ?? [];
  const shown = seenMedia(paper, fileId);
  return shown && { shown };
}
