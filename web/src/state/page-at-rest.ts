import { createStore } from './store.ts';

/** Calls of the API that wait for their answer, of this page. */
const underWay = createStore(0);

/** With nothing asked for so long (ms) the page has what it needs: it asks for more as soon as it has drawn an answer. */
const PAUSE_MS = 500;
/** A page that goes on asking, or a line that answers nothing, does not hold up the rest for ever, in ms. */
const PATIENCE_MS = 10_000;

/** Counts a call of the API until it is answered. */
export const noteUnderWay = (answer: Promise<unknown>): void => {
  underWay.set(underWay.get() + 1);
  void answer.finally(() => underWay.set(underWay.get() - 1));
};

/**
 * Resolves when the page has what it asked for. On a slow line what is fetched for later shares it with what the person
 * waits for now, so it begins here.
 */
export const pageAtRest = (): Promise<void> =>
  new Promise((resolve) => {
    let pause: ReturnType<typeof setTimeout> | undefined;
    const done = () => {
      unfollow();
      clearTimeout(pause);
      clearTimeout(patience);
      resolve();
    };
    const look = () => {
      clearTimeout(pause);
      if (underWay.get() === 0) pause = setTimeout(done, PAUSE_MS);
    };
    const unfollow = underWay.listen(look);
    const patience = setTimeout(done, PATIENCE_MS);
    look();
  });
