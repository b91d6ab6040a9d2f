import { type DeviceStorage, device, readJson } from '../../state/storage.ts';

/** What was typed of each sheet, by the candidate's number. */
export type TypedSheets = ReadonlyMap<string, string>;
/** Who types, and the sheets of which exam. */
export type SheetsOf = { readonly personId: string; readonly examId: string };

/**
 * An evening's typing is on this device until it is entered, apart for each person of a shared computer: a closed lid
 * and a sign-in that ended cost none of it.
 */
const keyOf = ({ personId, examId }: SheetsOf) => `hvs.sheets.${personId}.${examId}`;

export const keptSheets = (of: SheetsOf, storage: DeviceStorage = device): TypedSheets =>
  new Map(Object.entries(readJson<Readonly<Record<string, string>>>(storage, keyOf(of)) ?? {}));

/** Keeps what `changed` says beside what is kept, also from another tab; an empty one goes. False when the device refused. */
export const keepSheets = (of: SheetsOf, changed: TypedSheets, storage: DeviceStorage = device): boolean => {
  const typed = [...keptSheets(of, storage), ...changed];
  const left = [...new Map(typed)].filter(([, text]) => text.trim() !== '');
  if (left.length > 0) return storage.write(keyOf(of), JSON.stringify(Object.fromEntries(left)));
  storage.remove(keyOf(of));
  return true;
};
