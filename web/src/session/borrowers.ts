import type { DeviceStorage } from '../state/storage.ts';

/**
 * Names, by identifier alone, whoever is signed in as on a borrowed phone. Their sign-in is gone with the tab; this is
 * how the next page knows that nothing of theirs may be kept, not even work that was not sent.
 */
const keyOf = (personId: string) => `hvs.borrower.${personId}`;

export const noteBorrower = (storage: DeviceStorage, personId: string, isBorrowed: boolean): void => {
  if (isBorrowed) storage.write(keyOf(personId), '1');
  else storage.remove(keyOf(personId));
};

export const isBorrower = (storage: DeviceStorage, personId: string): boolean =>
  storage.read(keyOf(personId)) !== undefined;
