import type Hls from 'hls.js';
import { obtainPass } from '../media-pass/media-pass.ts';
import { keepPass, passBefore } from '../media-pass/while-playing.ts';
import type { Source } from './source.ts';

/** From where (seconds) what is played. */
export type Playback = { readonly source: Source; readonly from: number };

/** Why nothing plays: no network, not to be had (any more), not for this person, or not for this device. */
export type PlayFault = 'offline' | 'gone' | 'refused' | 'for-learners' | 'undecodable' | 'other';

/** What goes on until it is stopped. `choose` keeps to one rendition, or to none. */
export type Playing = { readonly stop: () => void; readonly choose: (rendition: string | undefined) => void };

/** What the service says when it gives no pass. Others, a busy service among them, are left to the files' own answer. */
const FAULT_OF_REFUSAL: Readonly<Record<string, PlayFault>> = {
  'enrolment-needed': 'for-learners',
  'not-found': 'gone',
  'sign-in-needed': 'refused',
};

const faultOfStatus = (status: number | undefined): PlayFault => {
  if (status === 401 || status === 403) return 'refused';
  if (status === 404 || status === 410) return 'gone';
  return navigator.onLine ? 'other' : 'offline';
};

const MEDIA_ERR_NETWORK = 2;

const faultOfElement = ({ error }: HTMLVideoElement): PlayFault => {
  if (!navigator.onLine || error?.code === MEDIA_ERR_NETWORK) return 'offline';
  return error?.code === undefined ? 'other' : 'undecodable';
};

/** The browser itself plays a file, or a playlist as iPhones do. */
const playNatively = (
  video: HTMLVideoElement,
  { source, from }: Playback,
  onFault: (fault: PlayFault) => void,
): (() => void) => {
  const stop = new AbortController();
  const only = { once: true, signal: stop.signal };
  video.addEventListener('error', () => onFault(faultOfElement(video)), only);
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
  on: { readonly ready: () => void; readonly fault: (fault: PlayFault) => void },
): Playing => {
  let wanted = source.kind === 'list' ? source.rendition : undefined;
  hls.on(events.Events.ERROR, (_, { fatal, type, details, response }) => {
    performance.mark(`playing: ${details}`);
    if (!fatal) return;
    const isMedia = type === events.ErrorTypes.MEDIA_ERROR;
    on.fault(isMedia ? 'undecodable' : faultOfStatus(response?.code));
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
      hls.nextLevel = levelOf(hls, rendition);
    },
  };
};

/**
 * Plays a source in a video element, natively where it is one file or the browser has no Media Source Extensions.
 * After a fault nothing more comes until it is started anew.
 */
export const startPlaying = (
  video: HTMLVideoElement,
  playback: Playback,
  onFault: (fault: PlayFault) => void,
): Playing => {
  let playing: Playing | undefined;
  let isWanted = true;
  const { address } = playback.source;
  const isKept = playback.source.kind === 'list' && playback.source.isKept === true;
  const dropPass = isKept ? undefined : keepPass(video, address);
  const play = (): void => void video.play().catch(() => undefined);
  const start = async (): Promise<void> => {
    const only = { choose: () => undefined };
    const refusal = isKept ? undefined : await obtainPass(address);
    if (!isWanted) return;
    const fault = refusal && FAULT_OF_REFUSAL[refusal.code];
    if (fault) {
      dropPass?.();
      return onFault(fault);
    }
    if (playback.source.kind === 'file') {
      playing = { ...only, stop: playNatively(video, playback, onFault) };
      return play();
    }
    const { default: Engine } = await import('hls.js/light');
    if (!isWanted) return;
    if (!Engine.isSupported()) {
      playing = { ...only, stop: playNatively(video, playback, onFault) };
      return play();
    }
    const hls = new Engine({
      startPosition: playback.from,
      ...(!isKept && { xhrSetup: passBefore }),
    });
    playing = playByParts(hls, Engine, video, playback, { ready: play, fault: onFault });
  };
  start().catch(() => onFault(navigator.onLine ? 'other' : 'offline'));
  return {
    stop: () => {
      isWanted = false;
      dropPass?.();
      playing?.stop();
    },
    choose: (rendition) => playing?.choose(rendition),
  };
};
