/**
 * Plays an HLS playlist in a video element: through Media Source Extensions where the browser has them, because
 * several Chromium versions claim to play HLS themselves and then stall; natively elsewhere (iPhones).
 * Returns the function that stops it.
 */
export const startPlaying = (
  video: HTMLVideoElement,
  playlist: string,
  onFailure: () => void,
): (() => void) => {
  let stop = (): void => {};
  let isWanted = true;
  const play = () => void video.play().catch(() => undefined);
  const start = async (): Promise<void> => {
    const { default: Hls } = await import('hls.js/light');
    if (!isWanted) return;
    if (!Hls.isSupported()) {
      video.addEventListener('error', onFailure);
      video.src = playlist;
      return play();
    }
    const hls = new Hls();
    stop = () => hls.destroy();
    hls.on(Hls.Events.ERROR, (_, { fatal }) => {
      if (fatal) onFailure();
    });
    hls.on(Hls.Events.MANIFEST_PARSED, play);
    hls.loadSource(playlist);
    hls.attachMedia(video);
  };
  start().catch(onFailure);
  return () => {
    isWanted = false;
    stop();
  };
};
