import type { ShownFile } from '../../../quiz/shown-files.ts';
import { useResource } from '../../../state/use-resource.ts';
import { laterScript } from './later-script.ts';

const load = () => laterScript(() => import('./item-media.tsx'));

/** Fetches the script before it is needed. */
export const preloadMedia = (): void => void load();

/**
 * Room for each picture, sound and film, free from the first moment on; what fills it comes when there is any. Without its
 * script the words stand there, and it is fetched again by itself when the network is back.
 */
export const LaterMedia = ({ media }: { media: readonly ShownFile[] | undefined }) => {
  const script = useResource(media && load, []);
  const Shown = script.data?.default;
  return media?.map((file) => (
    <span
      key={file.fileId}
      class={`room room-${file.mediaType.split('/', 1)[0]}`}
      style={
        file.height === undefined
          ? undefined
          : { aspectRatio: `${file.width} / ${file.height}`, width: `${file.width}px` }
      }
    >
      {Shown && <Shown file={file} />}
      {script.problem && file.alt}
    </span>
  ));
};
