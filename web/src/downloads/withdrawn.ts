import { api } from '../api/api.ts';
import type { Problem } from '../api/types.ts';
import { ownerOf } from '../kept/keeping.ts';
import { obtainPass } from '../media-pass/media-pass.ts';
import { isTakenBack, namedFault } from '../media-pass/play-fault.ts';
import { currentPersonId } from '../session/session.ts';
import { network } from '../state/network.ts';
import { type Download, filesOfMaterial, filesOnlyOf, materialsIn, withoutMaterial } from './download.ts';
import { bytesHere, removeFiles } from './fetch-files.ts';
import { changeDownload, downloads } from './shelf.ts';

/**
 * Whether an answer says that a material is not to be had by this person. An error, a lost line, a service that has no
 * time and a sign-in that ended say nothing of it: what is on the device stays.
 */
export const saysTakenBack = (refusal: Pick<Problem, 'code'> | undefined): boolean =>
  refusal !== undefined && isTakenBack(namedFault(refusal));

/** A person's, and everybody's. What is being fetched finds out by itself that it is not to be had. */
const of = (personId: string | undefined): readonly Download[] => {
  const owners = [undefined, personId];
  return (downloads.get() ?? []).filter(
    ({ key, state }) => state !== 'running' && owners.includes(ownerOf(key)),
  );
};

/** Removes a material from a person's downloads, with what no other download needs of it. */
export const removeMaterial = async (assetId: string, personId = currentPersonId()): Promise<void> => {
  for (const download of of(personId).filter((one) => materialsIn(one).includes(assetId))) {
    const files = filesOfMaterial(download, assetId);
    const bytes = await bytesHere(files);
    await changeDownload(download.key, (was) => withoutMaterial(was, assetId, bytes));
    await removeFiles(filesOnlyOf({ ...download, files }, downloads.get() ?? []));
    // So that its list is kept as it is now, and names nothing that is not here.
    if (download.lesson) await api.listCourseMedia({ params: { courseId: download.lesson.courseId } });
  }
};

/** Asks of everything that this person has here whether it may still be had, and removes what may not. */
export const removeWithdrawn = async (): Promise<void> => {
  const personId = currentPersonId();
  for (const assetId of new Set(of(personId).flatMap(materialsIn))) {
    if (!network.get()) return;
    const refusal = await obtainPass(`/media/${assetId}/`);
    // On a phone that is lent somebody else may be there by now, whom the answer does not concern.
    if (currentPersonId() !== personId) return;
    if (saysTakenBack(refusal)) await removeMaterial(assetId, personId);
  }
};
