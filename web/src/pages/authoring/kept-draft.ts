import { type DeviceStorage, device, readJson } from '../../state/storage.ts';
import { type CourseDraft, emptyDraft, isBegun } from './course-draft.ts';

/** The course a person is writing, on this device until it is saved; apart for each person of a shared computer. */
const keyOf = (personId: string) => `hvs.course-draft.${personId}`;

/** The draft where one was begun; what an older page did not write yet is empty. */
export const keptDraft = (personId: string, storage: DeviceStorage = device): CourseDraft | undefined => {
  const kept = readJson<Partial<CourseDraft>>(storage, keyOf(personId));
  if (!kept) return undefined;
  const draft = { ...emptyDraft, ...kept };
  return isBegun(draft) ? draft : undefined;
};

/** False when the device refused. */
export const keepDraft = (personId: string, draft: CourseDraft, storage: DeviceStorage = device): boolean =>
  storage.write(keyOf(personId), JSON.stringify(draft));

export const forgetDraft = (personId: string, storage: DeviceStorage = device): void =>
  storage.remove(keyOf(personId));
