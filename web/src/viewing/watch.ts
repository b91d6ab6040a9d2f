import { newKey } from '../api/intent-key.ts';
import { keeping } from '../quiz/keeping.ts';
import { currentPersonId } from '../session/session.ts';
import { type Beat, keepBeat } from './beat-box.ts';
import { wake } from './sending-beats.ts';
import { look, newMeter, skip, wholeSeconds } from './watch-meter.ts';

/** A beat for so much playing, ms. */
const BEAT_MS = 60_000;

/** What of a player is looked at. */
type Watched = EventTarget &
  Pick<HTMLVideoElement, 'paused' | 'seeking' | 'currentTime' | 'playbackRate' | 'readyState'>;

/** Where a recording was seen last, and what of it since the last beat. */
const createLookout = (video: Watched) => {
  let meter = newMeter();
  let position = 0;
  const observe = (): void => {
    // A player that has let go of its recording says that it is at the beginning.
    if (video.readyState === 0) return;
    position = video.currentTime;
    const isPlaying = !video.paused && !video.seeking;
    meter = look(meter, { position, at: performance.now(), isPlaying, rate: video.playbackRate });
  };
  const take = () => {
    observe();
    const watched = wholeSeconds(meter.spans);
    // The second that has begun goes on in the next beat.
    if (watched.length > 0) meter = newMeter(meter.last);
    return { watched, position: Math.floor(position) };
  };
  const jump = (): void => {
    meter = skip(meter);
  };
  return { observe, take, jump };
};

/**
 * Takes down what is really watched in a player: a beat a minute while it plays, and one when it ends, is left, or goes
 * out of sight. Returns the function that ends it.
 */
export const takeDown = (video: Watched, assetId: string, onBeat: (beat: Beat) => void): (() => void) => {
  const [sessionId, stop, lookout] = [newKey(), new AbortController(), createLookout(video)];
  let [beatNo, beatAt] = [0, performance.now()];
  const beat = (): void => {
    const seen = lookout.take();
    beatAt = performance.now();
    if (seen.watched.length === 0) return;
    beatNo += 1;
    onBeat({ assetId, sessionId, beatNo, at: new Date().toISOString(), ...seen });
  };
  const on = (target: Pick<EventTarget, 'addEventListener'>, name: string, act: () => void) =>
    target.addEventListener(name, act, { signal: stop.signal });
  on(video, 'timeupdate', () => {
    lookout.observe();
    if (performance.now() - beatAt >= BEAT_MS) beat();
  });
  on(video, 'seeking', lookout.jump);
  on(video, 'pause', lookout.observe);
  on(video, 'ended', beat);
  on(document, 'visibilitychange', beat);
  on(globalThis, 'pagehide', beat);
  return () => {
    beat();
    stop.abort();
  };
};

/**
 * The same for whoever is signed in; nobody else's watching is taken down. Beats lie on the device before they are sent.
 */
export const watch = (video: HTMLVideoElement, assetId: string): (() => void) => {
  const personId = currentPersonId();
  if (personId === undefined) return () => undefined;
  return takeDown(video, assetId, (beat) => {
    keepBeat(keeping, personId, beat);
    wake();
  });
};
