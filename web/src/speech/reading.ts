import { createStore } from '../state/store.ts';
import { type Passage, passagesOf } from './passages.ts';

/** `idle`: nothing is read; `paused` keeps its place. */
export type ReadingState = 'idle' | 'reading' | 'paused';

/** The style sheet colours the range that is registered under this name; browsers without highlights only speak. */
const HIGHLIGHT = 'read-aloud';
/** A little slower than talk: these are instructions that one follows with a finger. */
const RATE = 0.9;

const show = (range: Range | undefined): void => {
  if (typeof Highlight === 'undefined' || !CSS.highlights) return;
  if (!range) return void CSS.highlights.delete(HIGHLIGHT);
  CSS.highlights.set(HIGHLIGHT, new Highlight(range));
};

const bringIntoView = ({ range }: Passage): void => {
  const { top, bottom } = range.getBoundingClientRect();
  const isSeen = top >= 80 && bottom <= innerHeight - 140;
  if (!isSeen) scrollBy({ top: top - innerHeight / 3 });
};

type Heard = { readonly onEnd: () => void; readonly onError: () => unknown };

/** Says one sentence, coloured where it stands. */
const say = (passage: Passage, voice: SpeechSynthesisVoice, { onEnd, onError }: Heard): void => {
  const utterance = new SpeechSynthesisUtterance(passage.text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = RATE;
  utterance.addEventListener('end', onEnd);
  utterance.addEventListener('error', onError);
  show(passage.range);
  bringIntoView(passage);
  speechSynthesis.speak(utterance);
};

/**
 * Reads an element's sentences one after another with `voice`. Pausing ends the sentence and goes on with it again:
 * the browser's own pause is dead on Android phones, where what was paused never continues.
 */
export const createReading = (root: () => Element | null, voice: SpeechSynthesisVoice) => {
  const state = createStore<ReadingState>('idle');
  let passages: readonly Passage[] = [];
  let at = 0;
  // Raised by every start and stop, so that the end of a sentence that was cut off leads nowhere.
  let turn = 0;

  const silence = (next: ReadingState): void => {
    turn += 1;
    speechSynthesis.cancel();
    show(undefined);
    state.set(next);
  };
  const stop = (): void => {
    at = 0;
    silence('idle');
  };
  const speak = (mine: number): void => {
    const passage = passages[at];
    if (mine !== turn) return;
    if (!passage) {
      stop();
      return;
    }
    const onEnd = () => {
      if (mine !== turn) return;
      at += 1;
      speak(mine);
    };
    say(passage, voice, { onEnd, onError: () => mine === turn && silence('paused') });
  };
  const start = (): void => {
    const element = root();
    if (!element) return;
    if (state.get() === 'idle') passages = passagesOf(element);
    turn += 1;
    // What another page or tab left in the queue would be heard first.
    speechSynthesis.cancel();
    state.set('reading');
    speak(turn);
  };
  return { state, start, pause: () => silence('paused'), stop };
};
