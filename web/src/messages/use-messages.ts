import { useStore } from '../state/store.ts';
import { type Messages, messages } from './language.ts';

/** The sentences of the chosen language. */
export const useMessages = (): Messages => useStore(messages);
