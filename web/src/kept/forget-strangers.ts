import { CURRENT_KEY } from '../session/kept-people.ts';
import { followNewcomer } from '../session/newcomer.ts';
import { peopleHere } from '../session/session.ts';
import { createTabHolds } from '../session/tab-holds.ts';
import { device } from '../state/storage.ts';
import { forgetBelongings } from './belongings.ts';
import { forgetAnswers } from './kept-answers.ts';

const holds = createTabHolds(navigator.locks);
followNewcomer();

/** Whoever the device keeps signed in, and whoever is signed in in a tab, this one or another. */
const whoIsHere = async (): Promise<ReadonlySet<string>> => {
  await holds.follow(peopleHere.get());
  // A browser that knows nothing of its tabs spares whoever is current.
  const elsewhere = (await holds.everywhere()) ?? [device.read(CURRENT_KEY) ?? ''];
  const kept = peopleHere.get().filter(({ lasts, needsPassword }) => lasts === 'device' || !needsPassword);
  return new Set([...elsewhere, ...kept.map(({ personId }) => personId)]);
};

/**
 * Removes what this device keeps of people who were taken off it, or whose sign-in ended with its last tab. Of an
 * office role the name stays on the list, of whoever is kept on the phone everything.
 */
export const forgetStrangers = async (): Promise<void> => {
  const here = await whoIsHere();
  const current = device.read(CURRENT_KEY);
  if (current !== undefined && !here.has(current)) device.remove(CURRENT_KEY);
  forgetBelongings(device, here);
  await forgetAnswers(here);
};
