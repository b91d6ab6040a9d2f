import { newKey } from '../api/intent-key.ts';
import { keeping } from '../quiz/keeping.ts';
import { currentPersonId } from '../session/session.ts';
import { keepBeat } from './beat-box.ts';
import { wake } from './sending-beats.ts';
import { look, newMeter, skip, wholeSeconds } from './watch-meter.ts';

/** A beat for so much playing, ms. */
const BEAT_MS = 60_000;

/**
 * Takes down what a signed-in person really watches in a player: a beat a minute while it plays, and one when it ends,
 * is left, or goes out of sight. Beats lie on the device before they are sent. Returns the function that ends it.
 */
export const watch = (video: HTMLVideoElement, assetId: string): (() => void) => {
  const personId = currentPersonId();
  if (personId === undefined) return () => undefined;
  const [sessionId, stop] = [newKey(), new AbortController()];
  let [meter, beatNo, beatAt] = [newMeter(), 0, performance.now()];
  const observe = (): void => {
    const isPlaying = !video.paused && !video.seeking;
    const { currentTime: position, playbackRate: rate } = video;
    meter = look(meter, { position, at: performance.now(), isPlaying, rate });
  };
  const beat = (): void => {
    observe();
    const watched = wholeSeconds(meter.spans);
    beatAt = performance.now();
    if (watched.length === 0) return;
    beatNo += 1;
    const at = new Date().toISOString();
    keepBeat(keeping, personId, {
      ...{ assetId, sessionId, beatNo, at, watched },
      position: Math.floor(video.currentTime),
    });
    // The second that has begun goes on in the next beat.
    meter = newMeter(meter.last);
    wake();
  };
  const on = (target: EventTarget, name: string, act: () => void) =>
    target.addEventListener(name, act, { signal: stop.signal });
  on(video, 'timeupdate', () => {
    observe();
    if (performance.now() - beatAt >= BEAT_MS) beat();
  });
  on(video, 'seeking', () => {
    meter = skip(meter);
  });
  on(video, 'pause', observe);
  on(video, 'ended', beat);
  on(document, 'visibilitychange', beat);
  on(globalThis, 'pagehide', beat);
  return () => {
    beat();
    stop.abort();
  };
};
