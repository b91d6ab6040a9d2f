import { useEffect, useRef, useState } from 'preact/hooks';
import type { Commit } from '../../package-player/src/protocol.ts';
import type { Problem } from '../api/types.ts';
import { type Opened, openPackage, type Played } from './open-package.ts';
import { playIn } from './playing.ts';

export type Stage =
  | { readonly is: 'opening' | 'closed' | 'no-cookies' | 'ended' }
  | { readonly is: 'refused'; readonly problem: Problem }
  | { readonly is: 'playing'; readonly opened: Opened; readonly isShown: boolean };

/** Opens a package; `play` begins it in the frame of its origin once that has loaded. */
export const usePackage = (
  asset: Played & { readonly title: string },
  told?: (status: Commit['status']) => void,
) => {
  const [stage, setStage] = useState<Stage>({ is: 'opening' });
  const [tries, setTries] = useState(0);
  const playing = useRef<ReturnType<typeof playIn>>(undefined);
  useEffect(() => {
    let isWanted = true;
    setStage({ is: 'opening' });
    void openPackage(asset).then((opened) => {
      if (!isWanted) return;
      setStage(
        'code' in opened ? { is: 'refused', problem: opened } : { is: 'playing', opened, isShown: false },
      );
    });
    return () => {
      isWanted = false;
      playing.current?.stop();
      playing.current = undefined;
    };
  }, [asset.assetId, asset.lesson, tries]);
  const again = (): void => setTries((before) => before + 1);
  const play = (frame: HTMLIFrameElement, opened: Opened): void => {
    // A package has loaded our page anew: pass and place of the first time are old by now.
    if (playing.current) {
      again();
      return;
    }
    playing.current = playIn(frame, {
      ...{ asset, opened, told },
      heard: (kind) => setStage(kind === 'opened' ? { is: 'playing', opened, isShown: true } : { is: kind }),
    });
  };
  return {
    ...{ stage, play, again },
    end: () => playing.current?.end(),
  };
};
