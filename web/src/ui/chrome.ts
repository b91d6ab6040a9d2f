import type { ComponentType } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { createStore } from '../state/store.ts';

/** `task`: the page is one job with its own bar at the bottom, so the menu on phones stays away. */
export const chrome = createStore<'full' | 'task'>('full');

/** What goes on in this tab beside the page; its script comes with what goes on, not with the frame. */
export const frameNote = createStore<ComponentType | undefined>(undefined);

export type TopBack = { readonly href: string; readonly label: string; readonly at?: string | undefined };

/** Where the square at the top of a phone leads back to; the brand stands there when no page says so. */
export const topBack = createStore<TopBack | undefined>(undefined);

/**
 * On phones the way back takes the brand's place, as in a book one is in the middle of. Before the page is
 * painted, so that nothing on it moves.
 */
export const useTopBack = ({ href, label, at }: TopBack): void => {
  useLayoutEffect(() => {
    topBack.set({ href, label, at });
    return () => topBack.set(undefined);
  }, [href, label, at]);
};

/** Asks for the undisturbed frame while `active`. */
export const useTaskChrome = (active: boolean): void => {
  useLayoutEffect(() => {
    chrome.set(active ? 'task' : 'full');
    return () => chrome.set('full');
  }, [active]);
};
