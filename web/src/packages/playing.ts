import type { FromPlayer, Play, ToPlayer } from '../../package-player/src/protocol.ts';
import { onReconnect } from '../state/network.ts';
import { askPass, type Opened } from './open-package.ts';
import { keep, sendWaiting } from './sending-commits.ts';

/** Another pass is asked for when less than this is left, and looked for so often. Ms. */
const SPARE_MS = 10_000;
const LOOK_MS = 5_000;
/** Between two packets, ms: packages save at every press, and each is a write. */
const APART_MS = 10_000;
/** A package that does not answer is not waited for longer, ms. */
const LAST_WORD_MS = 1_500;

/** Sends at once the first time and then with pauses in between. */
const paced = (send: () => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (timer !== undefined) return;
    const now = () => {
      timer = undefined;
      last = performance.now();
      send();
    };
    timer = setTimeout(now, Math.max(0, last + APART_MS - performance.now()));
  };
};

/** Keeps the pass of a package that is shown; `lost` when none is given any more. Returns the function that ends it. */
const keepPassing = (assetId: string, from: number, given: (message: ToPlayer) => void, lost: () => void) => {
  let until = from;
  const renew = async (): Promise<void> => {
    if (document.visibilityState !== 'visible' || performance.now() < until - SPARE_MS) return;
    const asked = await askPass(assetId);
    if ('pass' in asked) {
      until = asked.until;
      given({ kind: 'pass', pass: asked.pass });
    } else if (asked.code === 'not-found' || asked.code === 'enrolment-needed') lost();
  };
  const look = (): void => void renew();
  const timer = setInterval(look, LOOK_MS);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  };
};

/** The last commit of each session: a package that loads our page anew goes on counting. */
const commitNos = new Map<string, number>();

/** Keeps each commit of a session on the device and sends it; a guest's goes nowhere. */
const keeper = (assetId: string, { personId, sessionId }: Opened) => {
  const send = paced(() => void sendWaiting());
  return (commit: Extract<FromPlayer, { kind: 'commit' }>['commit']): void => {
    if (personId === undefined) return;
    const commitNo = (commitNos.get(sessionId) ?? 0) + 1;
    commitNos.set(sessionId, commitNo);
    keep(personId, { assetId, sessionId, commitNo, commit });
    send();
  };
};

type Parts = {
  readonly asset: { readonly assetId: string; readonly title: string };
  readonly opened: Opened;
  readonly heard: (kind: Exclude<FromPlayer['kind'], 'commit'>) => void;
};

/** Plays a package in the frame of its origin, which has loaded. */
export const playIn = (frame: HTMLIFrameElement, { asset, opened, heard }: Parts) => {
  const { port1, port2 } = new MessageChannel();
  const say = (message: ToPlayer): void => port1.postMessage(message);
  const keepCommit = keeper(asset.assetId, opened);
  port1.onmessage = ({ data }: MessageEvent<FromPlayer>) =>
    data.kind === 'commit' ? keepCommit(data.commit) : heard(data.kind);
  const endPass = keepPassing(asset.assetId, opened.until, say, () => heard('closed'));
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
      setTimeout(() => {
        port1.close();
        void sendWaiting();
      }, LAST_WORD_MS);
    },
  };
};
