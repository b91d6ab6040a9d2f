import type { Cause } from '#shared/messaging/outbox.ts';
import type { BankStore } from '../bank-store.ts';
import { mediaOf } from '../domain/item-media.ts';
import { layForms } from '../domain/printed/lay-forms.ts';
import { type NotOnPaper, whyNotOnPaper } from '../domain/printed/not-on-paper.ts';
import { areTooLarge, areTooMany } from '../domain/printed/picture-limits.ts';
import { numbered, type PrintedExam } from '../domain/printed/printed-exam.ts';
import type { AskedItem } from '../domain/start.ts';
import type { ItemFiles } from '../item-files.ts';
import type { PrintedStore } from '../printed-store.ts';
import { approvedItems } from './start-attempt.ts';

type Stores = {
  readonly bank: BankStore;
  readonly printed: PrintedStore;
  readonly files: Pick<ItemFiles, 'lengthsOf'>;
};

type CreatePrintedExam = Pick<
  PrintedExam,
  'examId' | 'quizId' | 'classId' | 'title' | 'subject' | 'heldAt' | 'durationMinutes'
> & {
  /** In the order of their numbers. */
  readonly candidates: readonly string[];
  readonly codes: number;
  /** Random and not kept. */
  readonly seed: string;
  readonly requestKey: string;
};

export type PrintingRefusal =
  | { readonly reason: 'not-found' }
  | { readonly reason: 'not-in-class' }
  | { readonly reason: 'nothing-to-print' }
  | { readonly reason: 'pictures-too-large' }
  /** Questions that only a screen or a reader can take, by their titles. */
  | {
      readonly reason: 'not-on-paper';
      readonly items: readonly { readonly title: string; readonly why: NotOnPaper }[];
    };

/** Whether a paper of these questions could be written in one request. */
async function isTooLarge({ files }: Stores, asked: readonly AskedItem[]): Promise<boolean> {
  const pictures = asked.flatMap(({ question }) => mediaOf(question));
  return areTooMany(pictures.length) || areTooLarge(await files.lengthsOf(pictures));
}

/** Prints a quiz for a class: the approved version of every item and the order of every code are fixed here for good. */
export async function createPrintedExam(
  stores: Stores,
  command: CreatePrintedExam,
  learners: ReadonlySet<string>,
  cause: Cause,
): Promise<PrintedExam | PrintingRefusal> {
  const { candidates, codes, seed, requestKey, ...about } = command;
  const request = { actor: cause.actor, route: `print-exam/${about.quizId}`, key: requestKey };
  const earlier = await stores.printed.findEarlier(request);
  const known = earlier && (await stores.printed.findExam(earlier));
  if (known) return known;
  const quiz = await stores.bank.findQuiz(about.quizId);
  if (!quiz) return { reason: 'not-found' };
  if (new Set(candidates).size < candidates.length || !candidates.every((each) => learners.has(each)))
    return { reason: 'not-in-class' };
  const asked = await approvedItems(stores, quiz);
  // A sheet without a question would be marked nought for good.
  if (asked.length === 0) return { reason: 'nothing-to-print' };
  const items = asked.flatMap(({ question }) => {
    const why = whyNotOnPaper(question);
    return why ? [{ title: question.title, why }] : [];
  });
  if (items.length > 0) return { reason: 'not-on-paper', items };
  if (await isTooLarge(stores, asked)) return { reason: 'pictures-too-large' };
  const forms = layForms(asked, { codes, seed, shuffle: quiz.shuffle });
  const exam: PrintedExam = {
    ...about,
    courseId: quiz.courseId,
    codes: forms.map(({ code }) => code),
    itemCount: asked.length,
    candidates: numbered(candidates),
    createdBy: cause.actor,
    createdAt: cause.at,
  };
  const saved = await stores.printed.saveExam(exam, forms, { ...request, at: cause.at });
  return saved === 'saved' ? exam : createPrintedExam(stores, command, learners, cause);
}
