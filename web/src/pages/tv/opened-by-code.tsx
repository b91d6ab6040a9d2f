import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { Material } from '../../materials/material.tsx';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { MaterialViewer } from '../library/material-viewer.tsx';
import { RecordingScreen } from './recording-screen.tsx';
import { useBackKey, useWayBack } from './use-way-back.ts';

export type Opened = BodyOf<'findByTvCode'>;

/** How a recording came to its end, where it has. */
type Over = 'ended' | 'failed';

type ShownProps = { readonly opened: Opened; readonly onOver: (over: Over) => void };

/** What is watched or heard fills the screen and obeys the remote; what is read stands below its title. */
const Shown = ({ opened: { assetId, ...opened }, onOver }: ShownProps) => {
  const loaded = useResource(assetId ? () => api.getPlayable({ params: { assetId } }) : undefined, [assetId]);
  if (!assetId) return <MaterialViewer material={opened} />;
  return (
    <Loaded of={loaded}>
      {(asset) =>
        asset.document || asset.image || asset.package ? (
          <Material asset={asset} />
        ) : (
          <RecordingScreen recording={asset} onEnd={() => onOver('ended')} onFail={() => onOver('failed')} />
        )
      }
    </Loaded>
  );
};

type AgainProps = { readonly over: Over; readonly onAgain: () => void };

/** The remote stands on it when a recording is over: a slip is mended by one press. */
const Again = ({ over, onAgain }: AgainProps) => {
  const t = useMessages().tv.byCode;
  const again = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => again.current?.focus(), []);
  return (
    <button ref={again} type="button" class="tv-code-open" onClick={onAgain}>
      {t.again[over]}
    </button>
  );
};

/** What six digits opened, over the whole screen until the way back is pressed. */
export const OpenedByCode = ({ opened, onClose }: { opened: Opened; onClose: () => void }) => {
  const t = useMessages().tv.byCode;
  const heading = useRef<HTMLHeadingElement>(null);
  const [over, setOver] = useState<Over>();
  // The button that was pressed is gone: the remote goes on from the title.
  useLayoutEffect(() => heading.current?.focus(), []);
  useWayBack(true, onClose);
  useBackKey(true, onClose);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {opened.title}
      </h1>
      {over ? (
        <p role="status">{t.over[over]}</p>
      ) : (
        <div class="tv-code-shown">
          <Shown opened={opened} onOver={setOver} />
        </div>
      )}
      <div class="tv-code-ways">
        {over && <Again over={over} onAgain={() => setOver(undefined)} />}
        <button type="button" class="tv-code-open" onClick={onClose}>
          {t.back}
        </button>
        {over && (
          <a class="tv-code-open" href="/tv">
            {t.programme}
          </a>
        )}
      </div>
    </>
  );
};
