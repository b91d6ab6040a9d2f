import type { Commit, FromPlayer, Play, ToPlayer } from '../../package-player/src/protocol.ts';
import { momentNow } from '../state/moment.ts';
import { onReconnect } from '../state/network.ts';
import { keepCommits } from './commit-keeper.ts';
import { fromPlayer } from './from-player.ts';
import { keepPassing } from './keep-passing.ts';
import { askPass, type Opened, type Played } from './open-package.ts';
import { commits, sendWaiting } from './sending-commits.ts';

/** How often is looked for whether the pass has to be another, ms. */
const LOOK_MS = 5_000;
/** A package that does not answer is not waited for longer, ms. */
const LAST_WORD_MS = 1_500;

/** Looks while the page is shown, and as soon as it is shown again. Returns the function that ends it. */
const whileShown = (look: () => void, hidden: () => void) => {
  const turn = (): void => (document.visibilityState === 'visible' ? look() : hidden());
  const timer = setInterval(() => document.visibilityState === 'visible' && look(), LOOK_MS);
  document.addEventListener('visibilitychange', turn);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', turn);
  };
};

/** Keeps each commit of a session on the device and sends it; undefined for a guest, whose go nowhere. */
const keeper = ({ assetId, lesson }: Played, { personId, sessionId, start }: Opened) => {
  if (personId === undefined) return undefined;
  return keepCommits({
    start,
    write: (commit, commitNo) => commits.keep(personId, { assetId, lesson, sessionId, commitNo, commit }),
    send: () => void sendWaiting(),
  });
};

type Parts = {
  readonly asset: Played & { readonly title: string };
  readonly opened: Opened;
  /** What the lesson says of itself, as soon as it says so. */
  readonly told?: ((status: Commit['status']) => void) | undefined;
  readonly heard: (kind: Exclude<FromPlayer['kind'], 'commit'>) => void;
};

/** Plays a package in the frame of its origin, which has loaded. */
export const playIn = (frame: HTMLIFrameElement, { asset, opened, told, heard }: Parts) => {
  const { port1, port2 } = new MessageChannel();
  const say = (message: ToPlayer): void => port1.postMessage(message);
  const kept = keeper(asset, opened);
  port1.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = fromPlayer(data);
    if (message?.kind === 'commit') {
      kept?.keep(message.commit);
      told?.(message.commit.status);
      return;
    }
    // Whoever opens it again at once goes on from here.
    if (message?.kind === 'ended') kept?.flush();
    if (message) heard(message.kind);
  };
  const look = keepPassing(opened, {
    ask: () => askPass(asset),
    now: momentNow,
    given: (pass) => say({ kind: 'pass', pass }),
    lost: () => heard('closed'),
  });
  // Who puts the phone away may not come back to this page.
  const endPass = whileShown(
    () => void look(),
    () => kept?.flush(),
  );
  const endNetwork = onReconnect(() => void sendWaiting());
  const { start, pass, origin } = opened;
  const first: Play = { kind: 'play', title: asset.title, start, pass };
  frame.contentWindow?.postMessage(first, origin, [port2]);
  return {
    /** Lets the package say its last word; it is over when it has, or when it does not. */
    end: (): void => {
      say({ kind: 'end' });
      setTimeout(() => heard('ended'), LAST_WORD_MS);
    },
    stop: (): void => {
      endPass();
      endNetwork();
      kept?.flush();
      setTimeout(() => {
        port1.close();
        kept?.flush();
        void sendWaiting();
      }, LAST_WORD_MS);
    },
  };
};
