import type { BankStore } from '../bank-store.ts';
import { changesOf } from '../domain/question-changes.ts';

/** Who wrote the versions of an item, what each changed and what was decided about it, newest first. */
export async function itemVersions(store: BankStore, courseId: string, itemId: string) {
  const [item] = await store.findItems(courseId, [itemId]);
  if (!item) return 'not-found';
  const versions = await store.versionsOf(itemId);
  // Content that an author went back to would be named twice, which a batch does not take.
  const hashes = new Set(versions.map(({ contentHash }) => contentHash));
  const questions = await store.findVersions([...hashes].map((contentHash) => ({ itemId, contentHash })));
  return versions.map(({ contentHash, ...version }, place) => {
    const question = questions.get(contentHash);
    if (!question) throw new Error(`version ${version.version} of item ${itemId} is gone`);
    const before = versions[place + 1];
    const changes = changesOf(before && questions.get(before.contentHash), question);
    return { ...version, changes: [...changes] };
  });
}
