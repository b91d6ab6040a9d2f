import { type DeviceStorage, readJson, tab } from '../../state/storage.ts';
import type { Choices, MarkingTask } from './rubric.ts';

/** What a marker has chosen and written of one answer, before it is saved. */
export type Marking = { readonly choices: Choices; readonly note: string };

const keyOf = (personId: string, taskId: string) => `hvs.marking.${personId}.${taskId}`;

/** A marking as it was left in this tab; nothing chosen where there is none, or where it is of another rubric. */
export const keptMarking = (
  personId: string,
  { taskId, criteria }: Pick<MarkingTask, 'taskId' | 'criteria'>,
  storage: DeviceStorage = tab,
): Marking => {
  const kept = readJson<{ choices: readonly (number | null)[]; note: string }>(
    storage,
    keyOf(personId, taskId),
  );
  const isSame = kept?.choices.length === criteria.length;
  return {
    choices: criteria.map(({ levels }, at) => {
      const level = isSame ? kept.choices[at] : undefined;
      return typeof level === 'number' && level < levels.length ? level : undefined;
    }),
    note: kept?.note ?? '',
  };
};

export const keepMarking = (
  personId: string,
  taskId: string,
  marking: Marking,
  storage: DeviceStorage = tab,
): boolean => storage.write(keyOf(personId, taskId), JSON.stringify(marking));

export const forgetMarking = (personId: string, taskId: string, storage: DeviceStorage = tab): void =>
  storage.remove(keyOf(personId, taskId));
