import { contentHash, itemIdOf } from './item-identity.ts';
import { permutation } from './permutation.ts';
import { plainTextOf } from './plain-text.ts';
import type { Question } from './question.ts';

/** What a bank tells of one version of an item without its key. The hash names the content. */
export type ItemVersion = {
  readonly version: number;
  readonly contentHash: string;
  readonly kind: Question['kind'];
  readonly competenceCode?: string;
  readonly level?: string;
};

/** What somebody other than its author decided about a version. */
export type Decision = { readonly by: string; readonly at: string; readonly note?: string };

/** An item of a course's bank, at its latest version. */
export type BankItem = ItemVersion & {
  readonly itemId: string;
  /** How often the item was written, decided or withdrawn; items from before this was counted have none. */
  readonly revision?: number;
  /** The course whose bank it is. */
  readonly bankId: string;
  readonly title: string;
  readonly stem: string;
  readonly tags?: readonly string[];
  readonly source?: string;
  readonly licence?: string;
  /** Stem and parts without marks, to search in and to compare. */
  readonly plainText: string;
  readonly status: 'draft' | 'approved' | 'rejected' | 'withdrawn';
  readonly writtenBy: string;
  readonly writtenAt: string;
  readonly decision?: Decision;
  /** The version that was approved and taken out of use again, by whom and why. */
  readonly withdrawal?: Decision & { readonly version: number };
  /** The version approved before, which quizzes go on drawing until this one is approved. */
  readonly standing?: ItemVersion;
};

/** An item to be written, with the question that its hash names. */
export type ItemChange = { readonly item: BankItem; readonly question: Question };

/** Who writes, and when. */
export type Authorship = { readonly by: string; readonly at: string };

/** The version that quizzes draw; undefined until one was approved. */
export const approvedVersion = (item: BankItem): ItemVersion | undefined => {
  if (item.status !== 'approved') return item.standing;
  const { version, contentHash, kind, competenceCode, level } = item;
  return { version, contentHash, kind, ...(competenceCode && { competenceCode }), ...(level && { level }) };
};

/** The number of the next change to an item: it holds only over the item that was read. */
export const nextRevision = (before?: Pick<BankItem, 'revision'>): number => (before?.revision ?? 0) + 1;

/** An item with new content: a draft, whatever its last version was. */
export function nextVersion(
  courseId: string,
  before: BankItem | undefined,
  question: Question,
  { by, at }: Authorship,
): ItemChange {
  const { kind, title, stem, competenceCode, level, tags, source, licence } = question;
  const standing = before && approvedVersion(before);
  const item: BankItem = {
    itemId: before?.itemId ?? itemIdOf(courseId, title),
    bankId: courseId,
    version: (before?.version ?? 0) + 1,
    revision: nextRevision(before),
    contentHash: contentHash(question),
    kind,
    title,
    stem,
    ...(competenceCode && { competenceCode }),
    ...(level && { level }),
    ...(tags && { tags }),
    ...(source && { source }),
    ...(licence && { licence }),
    plainText: plainTextOf(question),
    status: 'draft',
    writtenBy: by,
    writtenAt: at,
    ...(standing && { standing }),
  };
  return { item, question };
}

/** No file format says where a question is from and under which licence, and few its tags: what a file leaves out stays. */
const withWhatIsKnown = (before: BankItem | undefined, question: Question): Question => {
  if (!before) return question;
  const { tags, source, licence } = before;
  return { ...(tags && { tags }), ...(source && { source }), ...(licence && { licence }), ...question };
};

/**
 * Which items an import changes: new ones, and a next version of those whose content differs. What is unchanged is
 * left alone, so the same file twice writes nothing.
 */
export function decideImport(
  courseId: string,
  bank: readonly BankItem[],
  questions: readonly Question[],
  authorship: Authorship,
): readonly ItemChange[] {
  const known = new Map(bank.map((item) => [item.itemId, item]));
  return questions.flatMap((read) => {
    const before = known.get(itemIdOf(courseId, read.title));
    const question = withWhatIsKnown(before, read);
    if (before?.contentHash === contentHash(question)) return [];
    return [nextVersion(courseId, before, question, authorship)];
  });
}

/**
 * Of the changes of an import those over an item that somebody has written since it was sent: what they wrote is newer,
 * and nobody has asked to replace it.
 */
export function overtakenOf(
  bank: readonly BankItem[],
  changes: readonly ItemChange[],
): ReadonlySet<ItemChange> {
  const writtenAt = new Map(bank.map((item) => [item.itemId, item.writtenAt]));
  return new Set(changes.filter(({ item }) => (writtenAt.get(item.itemId) ?? '') > item.writtenAt));
}

/** Every tag of some questions. */
export const tagsIn = (questions: readonly Pick<Question, 'tags'>[]): ReadonlySet<string> =>
  new Set(questions.flatMap(({ tags = [] }) => tags));

/** What quizzes can be drawn from: the approved version of each item that has one. */
export const drawable = (bank: readonly BankItem[]) =>
  bank.flatMap((item) => {
    const version = approvedVersion(item);
    return version ? [{ itemId: item.itemId, ...version }] : [];
  });

/** Ids of `count` of the items, which ones the seed decides; undefined when there are too few. */
export const drawItems = (
  items: readonly { readonly itemId: string }[],
  count: number,
  seed: string,
): readonly string[] | undefined => {
  const ids = items.map(({ itemId }) => itemId).sort();
  if (ids.length < count) return undefined;
  return permutation(ids.length, seed)
    .slice(0, count)
    .flatMap((place) => ids[place] ?? []);
};
