import type { SeenItem } from '../../../services/quizzes/contract.ts';
import { api, apiAs } from '../api/api.ts';
import type { Refused } from '../api/types.ts';
import { onReconnect } from '../state/network.ts';
import { keyOf, type Ref } from './entries.ts';
import { clearShelf, shelve, shelved } from './file-shelf.ts';
import type { FilesOf } from './files-of.ts';
import { isFilm, isFreeLine } from './films.ts';
import { createHeld } from './held.ts';
import { keeping } from './keeping.ts';
import { type ShownFile, shownFiles } from './shown-files.ts';

type Loaded = { readonly ok: true; readonly body: Blob } | Refused;

const OFFLINE: Refused = {
  ok: false,
  problem: { type: 'about:blank', title: '', status: 0, code: 'offline' },
};

const addressOf = (of: FilesOf, fileId: string) => {
  if (of.kind === 'attempt')
    return apiAs(of.ref.personId).getAttemptFile({ params: { attemptId: of.ref.attemptId, fileId } });
  if (of.kind === 'task') return api.getMarkingFile({ params: { ...of.task, fileId } });
  return api.getBankFile({ params: { courseId: of.courseId, fileId } });
};

/** The bytes behind a short-lived address; every failure on the way is one of the network. */
const bytesAt = async (url: string): Promise<Loaded> => {
  try {
    const reply = await fetch(url);
    return reply.ok ? { ok: true, body: await reply.blob() } : OFFLINE;
  } catch {
    return OFFLINE;
  }
};

const isDraft = (ref: Ref): boolean => keeping.read(keyOf.paper(ref)) !== undefined;

const fetchFile = async (of: FilesOf, fileId: string): Promise<Loaded> => {
  const address = await addressOf(of, fileId);
  if (!address.ok) return address;
  const found = await bytesAt(address.body.url);
  if (found.ok && of.kind === 'attempt' && isDraft(of.ref)) {
    await shelve(of.ref, fileId, found.body);
    // The attempt may have ended while the file was on its way.
    if (!isDraft(of.ref)) await clearShelf();
  }
  return found;
};

const held = createHeld<Loaded>();
const keyFor = (of: FilesOf, fileId: string): string => JSON.stringify([of, fileId]);

/** As long as somebody holds a file, whoever loads it gets the same. Calling the result lets it go. */
export const holdFile = (of: FilesOf, fileId: string): (() => void) => held.hold(keyFor(of, fileId));

/** A file of a question: from this device, else from the centre. An open attempt keeps it beside its draft. */
export const loadFile = (of: FilesOf, fileId: string): Promise<Loaded> =>
  held.load(keyFor(of, fileId), async () => {
    const kept = of.kind === 'attempt' ? await shelved(of.ref, fileId) : undefined;
    return kept ? { ok: true, body: kept } : fetchFile(of, fileId);
  });

/** Films are fetched unasked only where that costs nobody: many MB each, and most lines are paid for by the MB. */
const comesByItself = ({ mediaType }: ShownFile): boolean => !isFilm(mediaType) || isFreeLine();

/**
 * Fetches what the questions of an open attempt show, one after another and again when the network is back, so that
 * the attempt needs none. Calling the result stops it. Where the device keeps nothing, this page does until then.
 */
export const keepFiles = (ref: Ref, items: readonly SeenItem[]): (() => void) => {
  const of: FilesOf = { kind: 'attempt', ref };
  const inMemory: (() => void)[] = [];
  let isWanted = true;
  const keepOne = async (fileId: string): Promise<void> => {
    const letGo = holdFile(of, fileId);
    const file = await loadFile(of, fileId);
    if (isWanted && file.ok && !(await shelved(ref, fileId))) inMemory.push(letGo);
    else letGo();
  };
  const fetchAll = async (): Promise<void> => {
    for (const file of items.flatMap(shownFiles))
      if (isWanted && isDraft(ref) && comesByItself(file)) await keepOne(file.fileId);
  };
  void fetchAll();
  const stopFollowing = onReconnect(() => void fetchAll());
  return () => {
    isWanted = false;
    stopFollowing();
    for (const letGo of inMemory) letGo();
  };
};
