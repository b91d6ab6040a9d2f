import './packages.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatMark } from '#shared/marks/marks.ts';
import type { Commit } from '../../package-player/src/protocol.ts';
import type { Problem } from '../api/types.ts';
import { bringWords } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import { packages as words } from '../messages/vi/packages.ts';
import { useStore } from '../state/store.ts';
import { Button } from '../ui/button.tsx';
import { Waiting } from '../ui/loaded.tsx';
import { Notice, Refusal } from '../ui/notice.tsx';
import type { Opened, Played } from './open-package.ts';
import { commits } from './sending-commits.ts';
import { type Stage, usePackage } from './use-package.ts';

bringWords({ packages: words });

type Props = {
  readonly asset: Played & { readonly title: string };
  readonly onClose: () => void;
  /** Of a package with several lessons: what this one says of itself, and whether another is to be begun after it. */
  readonly onStatus?: (status: Commit['status']) => void;
  readonly onNext?: () => void;
};

/**
 * What a package may do beside running: be itself (at the packages' origin), hand in its own forms and save files. It
 * opens no window and leads nowhere (docs/adr/0041).
 */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-downloads';

type StoppedProps = {
  readonly stage: Stage;
  readonly again: () => void;
  /** To the list of lessons, where there is one. */
  readonly back: (() => void) | undefined;
};

/** What went wrong, that nothing is lost by it, and what to press. */
const Stopped = ({ stage, again, back }: StoppedProps) => {
  const { packages: t, common } = useMessages();
  const problem: Problem | undefined = stage.is === 'refused' ? stage.problem : undefined;
  return (
    <>
      {problem && problem.code !== 'offline' ? (
        <Refusal problem={problem} />
      ) : (
        <Notice tone="bad">
          <p>{problem ? t.offline : stage.is === 'no-cookies' ? t.noCookies : t.gone}</p>
        </Notice>
      )}
      <Button small onClick={again}>
        {common.retry}
      </Button>
      {back && (
        <Button small look="quiet" onClick={back}>
          {t.close}
        </Button>
      )}
    </>
  );
};

/** How far somebody has come by the best of all visits, and whether it is kept. */
const Result = ({ asset, opened }: { asset: Played; opened: Opened }) => {
  const { packages: t } = useMessages();
  useStore(commits.saving);
  useStore(commits.results);
  if (opened.personId === undefined) return <p class="small">{t.guest}</p>;
  const now = commits.savingOf(opened.personId);
  const kept = commits.resultOf(opened.personId, asset);
  const status = kept?.status ?? opened.start.status;
  const score = kept?.scoreHundredths;
  return (
    <p class="small" role="status">
      {t.statuses[status]}
      {score !== undefined && ` ${t.score(formatMark(score))}`}
      {now !== 'nothing' && ` ${t.saving[now]}`}
    </p>
  );
};

/** Fills the screen where the browser can, and the window where it cannot. */
const useLarge = () => {
  const box = useRef<HTMLDivElement>(null);
  const [isLarge, setLarge] = useState(false);
  useEffect(() => {
    const follow = () => setLarge(document.fullscreenElement === box.current);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  const toggle = (): void => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else if (!isLarge && document.fullscreenEnabled)
      void box.current?.requestFullscreen().catch(() => setLarge(true));
    else setLarge(!isLarge);
  };
  return { box, isLarge, toggle };
};

const Playing = ({
  asset,
  stage,
  play,
  end,
  onNext,
}: Pick<Props, 'asset' | 'onNext'> &
  Pick<ReturnType<typeof usePackage>, 'play' | 'end'> & {
    stage: Extract<Stage, { is: 'playing' }>;
  }) => {
  const { packages: t } = useMessages();
  const { box, isLarge, toggle } = useLarge();
  const frame = useRef<HTMLIFrameElement>(null);
  const { opened, isShown } = stage;
  // Who pressed a key to open it goes on inside.
  useEffect(() => {
    if (isShown) frame.current?.focus();
  }, [isShown]);
  return (
    <div ref={box} class={`package${isLarge ? ' package-large' : ''}`}>
      <iframe
        ref={frame}
        class="package-frame"
        title={t.frame(asset.title)}
        src={`${opened.origin}/`}
        sandbox={SANDBOX}
        allow="fullscreen"
        referrerpolicy="no-referrer"
        onLoad={() => frame.current && play(frame.current, opened)}
      />
      <div class="package-bar">
        <Result asset={asset} opened={opened} />
        {onNext && (
          <Button
            small
            onClick={() => {
              onNext();
              end();
            }}
          >
            {t.next}
          </Button>
        )}
        <Button small look="quiet" onClick={toggle}>
          {isLarge ? t.smaller : t.larger}
        </Button>
        <Button small look="quiet" onClick={end}>
          {t.close}
        </Button>
      </div>
    </div>
  );
};

/** An interactive package at work: its own page at its own origin, and below it what is kept of it. */
export const PackageStage = ({ asset, onClose, onStatus, onNext }: Props) => {
  const { stage, play, end, again } = usePackage(asset, onStatus);
  const isOver = stage.is === 'ended';
  useEffect(() => {
    if (isOver) onClose();
  }, [isOver]);
  if (stage.is === 'opening' || isOver) return <Waiting />;
  if (stage.is === 'playing') return <Playing {...{ asset, stage, play, end, onNext }} />;
  return <Stopped {...{ stage, again }} back={asset.lesson ? onClose : undefined} />;
};
