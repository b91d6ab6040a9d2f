/** Halts every other recording on the page when this one begins to play: two at once cannot be heard. */
export const playAlone = (video: HTMLVideoElement): (() => void) => {
  const haltOthers = (): void => {
    for (const other of document.querySelectorAll('video')) if (other !== video) other.pause();
  };
  video.addEventListener('play', haltOthers);
  return () => video.removeEventListener('play', haltOthers);
};
