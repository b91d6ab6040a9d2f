import { useMessages } from '../../../messages/use-messages.ts';
import type { ShownFile } from '../../../quiz/shown-files.ts';
import { useResource } from '../../../state/use-resource.ts';
import { Button } from '../../../ui/button.tsx';
import { laterScript } from './later-script.ts';

const load = () => laterScript(() => import('./item-media.tsx'));

/** Fetches the script before it is needed. */
export const preloadMedia = (): void => void load();

/** Room for each picture, sound and film, free from the first moment on; what fills it comes when there is any. */
export const LaterMedia = ({ media }: { media: readonly ShownFile[] | undefined }) => {
  const script = useResource(media && load, []);
  const { common } = useMessages();
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
      {script.problem && (
        <span role="status">
          {file.alt}{' '}
          <Button look="quiet" small onClick={() => void script.reload()}>
            {common.retry}
          </Button>
        </span>
      )}
    </span>
  ));
};
