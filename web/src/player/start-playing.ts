import type Hls from 'hls.js';
import { obtainPass } from '../media-pass/media-pass.ts';
import { isTakenBack, namedFault, type PlayFault } from '../media-pass/play-fault.ts';
import { keepPass, passBefore, watchKept } from '../media-pass/while-playing.ts';
import { createRecovery } from './recovery.ts';
import type { Source } from './source.ts';

/** From where (seconds) what is played. */
export type Playback = { readonly source: Source; readonly from: number };

/** What goes on until it is stopped. `choose` keeps to one rendition, or to none. */
export type Playing = { readonly stop: () => void; readonly choose: (rendition: string | undefined) => void };

/** What went wrong, and whether it may be the pass that was lacking. */
type Trouble = { readonly fault: PlayFault; readonly mayBePass: boolean };

/** What is heard of what plays: that it can begin, and what went wrong. */
type Hearing = { readonly ready: () => void; readonly trouble: (trouble: Trouble) => void };

const liesHere = (source: Source): boolean => source.isKept === true;

const troubleOfStatus = (status: number | undefined): Trouble => {
  if (status === 401 || status === 403) return { fault: 'refused', mayBePass: true };
  if (status === 404 || status === 410) return { fault: 'gone', mayBePass: false };
  return { fault: navigator.onLine ? 'other' : 'offline', mayBePass: false };
};

const MEDIA_ERR_NETWORK = 2;
const MEDIA_ERR_DECODE = 3;

/** An element does not tell what a file was refused with: at its beginning that looks like a kind that it cannot play. */
const troubleOfElement = ({ error }: HTMLVideoElement): Trouble => {
  if (!navigator.onLine) return { fault: 'offline', mayBePass: false };
  const fault = !error || error.code === MEDIA_ERR_NETWORK ? 'other' : 'undecodable';
  return { fault, mayBePass: error?.code !== MEDIA_ERR_DECODE };
};

/** The browser itself plays a file, or a playlist as iPhones do. */
const playNatively = (
  video: HTMLVideoElement,
  { source, from }: Playback,
  onTrouble: (trouble: Trouble) => void,
): (() => void) => {
  const stop = new AbortController();
  const only = { once: true, signal: stop.signal };
  video.addEventListener('error', () => onTrouble(troubleOfElement(video)), only);
  const goThere = (): void => {
    if (from > 0) video.currentTime = from;
  };
  video.addEventListener('loadedmetadata', goThere, only);
  video.src = source.address;
  return () => stop.abort();
};

/** The place of a rendition among the levels, by its folder; -1 is as the line allows. */
const levelOf = (hls: Hls, rendition: string | undefined): number =>
  rendition === undefined ? -1 : hls.levels.findIndex(({ url }) => url[0]?.includes(`/${rendition}/`));

/**
 * Plays through Media Source Extensions, because several Chromium versions claim to play HLS themselves and then stall.
 * Every trouble, mended or not, leaves a mark in the browser's performance timeline.
 */
const playByParts = (
  hls: Hls,
  events: typeof Hls,
  video: HTMLVideoElement,
  { source }: Playback,
  on: Hearing,
): Playing => {
  let hasMended = false;
  let wanted = source.kind === 'list' ? source.rendition : undefined;
  hls.on(events.Events.ERROR, (_, { fatal, type, details, response }) => {
    performance.mark(`playing: ${details}`);
    if (!fatal) return;
    if (type !== events.ErrorTypes.MEDIA_ERROR) return on.trouble(troubleOfStatus(response?.code));
    if (hasMended) return on.trouble({ fault: 'undecodable', mayBePass: false });
    // A decoder that stumbled often goes on once it is set up anew.
    hasMended = true;
    const wasPlaying = !video.paused;
    hls.recoverMediaError();
    if (wasPlaying) on.ready();
  });
  hls.on(events.Events.MANIFEST_PARSED, () => {
    hls.loadLevel = levelOf(hls, wanted);
    on.ready();
  });
  hls.loadSource(source.address);
  hls.attachMedia(video);
  return {
    stop: () => hls.destroy(),
    choose: (rendition) => {
      wanted = rendition;
      // From the next part on: what is buffered beyond it is fetched anew, and what is shown goes on meanwhile.
      hls.nextLevel = levelOf(hls, rendition);
    },
  };
};

/**
 * The full engine, because the light one fetches no sound that has a playlist of its own, and ours has (docs/adr/0039).
 * Of it stays off what the page does itself: captions.
 */
const WITHOUT_CAPTIONS = {
  subtitleTrackController: undefined,
  subtitleStreamController: undefined,
  timelineController: undefined,
};

/**
 * As the line allows it fetches no more than the picture is wide on the screen, and counts at most two points of a screen
 * for one: what a third would show on a phone nobody sees, and everybody pays for. What was chosen is fetched as it is.
 */
const AS_LARGE_AS_SHOWN = { capLevelToPlayerSize: true, maxDevicePixelRatio: 2 };

/** Through `engine` where there is one that works here, natively otherwise. */
const playWith = (
  engine: typeof Hls | undefined,
  video: HTMLVideoElement,
  playback: Playback,
  on: Hearing,
): Playing => {
  if (!engine?.isSupported()) {
    const stop = playNatively(video, playback, on.trouble);
    on.ready();
    return { stop, choose: () => undefined };
  }
  const passes = liesHere(playback.source) ? {} : { xhrSetup: passBefore };
  const hls = new engine({
    ...{ ...WITHOUT_CAPTIONS, ...AS_LARGE_AS_SHOWN, ...passes },
    startPosition: playback.from,
  });
  return playByParts(hls, engine, video, playback, on);
};

/** Follows whether what lies on the device may still be had. When not, the element lets go of it and `then` is told. */
const followRight = (video: HTMLVideoElement, address: string, then: (fault: PlayFault) => void) =>
  watchKept(video, address, (refusal) => {
    const fault = namedFault(refusal);
    if (!isTakenBack(fault)) return;
    then(fault);
    video.removeAttribute('src');
    video.load();
  });

type Options = {
  /** Stays where it begins until somebody presses. */
  readonly isAtRest?: boolean;
};

/**
 * Plays a source in a video element, natively where it is one file or the browser has no Media Source Extensions.
 * After a fault nothing more comes until it is started anew.
 */
export const startPlaying = (
  video: HTMLVideoElement,
  { source, from }: Playback,
  onFault: (fault: PlayFault) => void,
  { isAtRest = false }: Options = {},
): Playing => {
  let playing: Playing | undefined;
  let isWanted = true;
  const { address } = source;
  const isKept = liesHere(source);
  const stop = (): void => {
    isWanted = false;
    dropPass();
    playing?.stop();
  };
  const refuse = (fault: PlayFault): void => {
    stop();
    onFault(fault);
  };
  const dropPass = isKept ? followRight(video, address, refuse) : keepPass(video, address);
  const recover = createRecovery(
    () => obtainPass(address, true),
    () => video.currentTime,
  );
  const hear = async ({ fault, mayBePass }: Trouble): Promise<void> => {
    const next = mayBePass && !isKept ? await recover(fault) : fault;
    if (!isWanted) return;
    if (next !== 'start-anew') return onFault(next);
    const [place, wasPlaying] = [video.currentTime || from, !video.paused];
    playing?.stop();
    await start(place, wasPlaying || !isAtRest);
  };
  const start = async (place: number, plays: boolean): Promise<void> => {
    const refusal = isKept ? undefined : await obtainPass(address);
    if (!isWanted) return;
    // Others, a busy service among them, are left to the files' own answer.
    const fault = refusal && namedFault(refusal);
    if (fault) return refuse(fault);
    const ready = (): void => {
      if (plays) void video.play().catch(() => undefined);
    };
    const trouble = (what: Trouble): void => void hear(what);
    const engine = source.kind === 'list' ? (await import('hls.js')).default : undefined;
    if (isWanted) playing = playWith(engine, video, { source, from: place }, { ready, trouble });
  };
  start(from, !isAtRest).catch(() => onFault(navigator.onLine ? 'other' : 'offline'));
  return {
    stop,
    choose: (rendition) => playing?.choose(rendition),
  };
};
