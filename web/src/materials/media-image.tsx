import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { obtainPass } from '../media-pass/media-pass.ts';
import { NotOpened } from './not-opened.tsx';

/** A screen ahead: the next page has arrived when one comes to it. */
const AHEAD = '700px 0px';

type Props = {
  readonly src: string;
  /** Before the `img`, for a browser to choose from. */
  readonly sources?: ComponentChildren;
  readonly srcset?: string;
  readonly sizes?: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly alt: string;
  /** It lies on the device, and nobody has to be asked. */
  readonly isKept: boolean;
  /** Wanted now, although it is not in sight. */
  readonly isEager?: boolean;
};

type State = 'waiting' | 'shown' | 'failed';

/** Has the pass asked for once the picture comes near, or at once where it is wanted out of sight. */
const usePass = (place: RefObject<HTMLElement | null>, src: string, { isKept, isEager }: Partial<Props>) => {
  const [state, setState] = useState<State>(isKept ? 'shown' : 'waiting');
  const hasRenewed = useRef(false);
  useEffect(() => {
    if (state !== 'waiting') return undefined;
    const ask = async (): Promise<void> =>
      setState((await obtainPass(src, hasRenewed.current)) ? 'failed' : 'shown');
    if (isEager || !place.current) {
      void ask();
      return undefined;
    }
    const watching = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        watching.disconnect();
        void ask();
      },
      { rootMargin: AHEAD },
    );
    watching.observe(place.current);
    return () => watching.disconnect();
  }, [state, src, isEager, place]);
  // The pass may have ended on the way: once another one is asked for.
  const failed = (): void => {
    setState(hasRenewed.current || isKept ? 'failed' : 'waiting');
    hasRenewed.current = true;
  };
  const again = (): void => setState(isKept ? 'shown' : 'waiting');
  return { state, failed, again };
};

/** A picture of a material. It is fetched when it comes near, with the pass that it needs, and keeps its place before. */
export const MediaImage = ({
  src,
  sources,
  isKept,
  isEager = false,
  width,
  height,
  alt,
  ...picture
}: Props) => {
  const place = useRef<HTMLDivElement>(null);
  const { state, failed, again } = usePass(place, src, { isKept, isEager });
  if (state === 'failed') return <NotOpened again={again} />;
  if (state === 'waiting')
    return <div ref={place} class="media-image" style={{ aspectRatio: `${width} / ${height}` }} />;
  return (
    <picture>
      {sources}
      <img class="media-image" src={src} alt={alt} {...picture} {...{ width, height }} onError={failed} />
    </picture>
  );
};
