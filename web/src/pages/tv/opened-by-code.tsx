import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { Material } from '../../materials/material.tsx';
import type { PlayFault } from '../../media-pass/play-fault.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { MaterialViewer } from '../library/material-viewer.tsx';
import { RecordingScreen } from './recording-screen.tsx';
import { useBackKey, useWayBack } from './use-way-back.ts';

export type Opened = BodyOf<'findByTvCode'>;

/** How a recording came to its end, where it has; `closed` is the code's end. */
type Over = 'ended' | 'failed' | 'closed';

/** These stay as they are however often it is played again. */
const CLOSED: readonly PlayFault[] = ['gone', 'refused', 'for-learners'];

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
          <RecordingScreen
            recording={asset}
            onEnd={() => onOver('ended')}
            onFail={(fault) => onOver(CLOSED.includes(fault) ? 'closed' : 'failed')}
          />
        )
      }
    </Loaded>
  );
};

const Back = ({ onClose }: { onClose: () => void }) => (
  <button type="button" class="tv-code-open" onClick={onClose}>
    {useMessages().tv.byCode.back}
  </button>
);

type NextProps = { readonly over: Over; readonly onAgain: () => void; readonly onClose: () => void };

/**
 * What comes after a recording. The remote stands on the likeliest, which is described by what has happened: a status
 * that comes together with its text is often not read out.
 */
const Next = ({ over, onAgain, onClose }: NextProps) => {
  const t = useMessages().tv.byCode;
  const first = useRef<HTMLButtonElement>(null);
  const said = useId();
  useLayoutEffect(() => first.current?.focus(), []);
  const isClosed = over === 'closed';
  return (
    <>
      <p id={said}>{t.over[over]}</p>
      <div class="tv-code-ways">
        <button
          ref={first}
          type="button"
          class="tv-code-open"
          aria-describedby={said}
          onClick={isClosed ? onClose : onAgain}
        >
          {isClosed ? t.back : t.again[over]}
        </button>
        {!isClosed && <Back onClose={onClose} />}
        <a class="tv-code-open" href="/tv">
          {t.programme}
        </a>
      </div>
    </>
  );
};

/** What six digits opened, over the whole screen until the way back is pressed. */
export const OpenedByCode = ({ opened, onClose }: { opened: Opened; onClose: () => void }) => {
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
        <Next over={over} onAgain={() => setOver(undefined)} onClose={onClose} />
      ) : (
        <>
          <div class="tv-code-shown">
            <Shown opened={opened} onOver={setOver} />
          </div>
          <div class="tv-code-ways">
            <Back onClose={onClose} />
          </div>
        </>
      )}
    </>
  );
};
