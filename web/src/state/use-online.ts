import { network } from './network.ts';
import { useStore } from './store.ts';

/** Whether the site can be reached, as far as the page knows. */
export const useOnline = (): boolean => useStore(network);
