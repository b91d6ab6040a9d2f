import { useEffect } from 'preact/hooks';
import { createStore } from '../state/store.ts';

/** `task`: the page is one job with its own bar at the bottom, so the menu on phones stays away. */
export const chrome = createStore<'full' | 'task'>('full');

/** Asks for the undisturbed frame while `active`. */
export const useTaskChrome = (active: boolean): void => {
  useEffect(() => {
    chrome.set(active ? 'task' : 'full');
    return () => chrome.set('full');
  }, [active]);
};
