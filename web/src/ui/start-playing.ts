/** From where (seconds) which playlist is played. */
export type Playback = { readonly playlist: string; readonly from: number };

/** The browser itself plays the list, as iPhones do. */
const playNatively = (video: HTMLVideoElement, { playlist, from }: Playback, onFailure: () => void) => {
  const stop = new AbortController();
  const only = { once: true, signal: stop.signal };
  const goThere = (): void => {
    video.currentTime = from;
  };
  video.addEventListener('error', onFailure, only);
  video.addEventListener('loadedmetadata', goThere, only);
  video.src = playlist;
  return () => stop.abort();
};

/**
 * Plays an HLS playlist in a video element: through Media Source Extensions where the browser has them, because
 * several Chromium versions claim to play HLS themselves and then stall; natively elsewhere (iPhones).
 * After `onFailure` nothing more comes until it is started anew. Returns the function that stops it.
 */
export const startPlaying = (
  video: HTMLVideoElement,
  playback: Playback,
  onFailure: () => void,
): (() => void) => {
  let stop = (): void => {};
  let isWanted = true;
  const play = () => void video.play().catch(() => undefined);
  const start = async (): Promise<void> => {
    const { default: Hls } = await import('hls.js/light');
    if (!isWanted) return;
    if (!Hls.isSupported()) {
      stop = playNatively(video, playback, onFailure);
      return play();
    }
    const hls = new Hls({ startPosition: playback.from });
    stop = () => hls.destroy();
    hls.on(Hls.Events.ERROR, (_, { fatal }) => {
      if (fatal) onFailure();
    });
    hls.on(Hls.Events.MANIFEST_PARSED, play);
    hls.loadSource(playback.playlist);
    hls.attachMedia(video);
  };
  start().catch(onFailure);
  return () => {
    isWanted = false;
    stop();
  };
};
