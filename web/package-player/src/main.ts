import { Scorm12API } from 'scorm-again/scorm12';
import { commitOf, type Model, modelOf } from './data-model.ts';
import { isRefusal } from './edge-refusal.ts';
import { forgetEarlier } from './forget-earlier.ts';
import { keepPass, keepsCookies } from './pass-cookies.ts';
import type { FromPlayer, Play, ToPlayer } from './protocol.ts';

declare global {
  interface Window {
    /** Where a package of SCORM 1.2 looks for its run-time environment, from its own frame upwards (3.3.6.1). */
    API?: Scorm12API;
  }
}

/** What a package changed without asking for it to be saved is saved after so many seconds. */
const AUTOSAVE_SECONDS = 5;
/** What the address of a frame is while it holds nothing. */
const EMPTY = 'about:blank';

const isPlay = (data: unknown): data is Play => (data as Partial<Play> | null)?.kind === 'play';

/** The run-time environment; every save goes out by `tell`. */
function environment({ start }: Play, tell: (message: FromPlayer) => void): Scorm12API {
  const api = new Scorm12API({
    ...{ autocommit: true, autocommitSeconds: AUTOSAVE_SECONDS },
    ...{ autoCompleteLessonStatus: true, logLevel: 'NONE' },
  });
  api.loadFromJSON({ cmi: modelOf(start) });
  let began = performance.now();
  const save = (): void => {
    const { cmi = {} } = api.renderCommitCMI(true) as { cmi?: Model };
    tell({ kind: 'commit', commit: commitOf(cmi, (performance.now() - began) / 1000) });
  };
  api.on('LMSInitialize', () => {
    began = performance.now();
  });
  api.on('LMSCommit', save);
  api.on('LMSFinish', save);
  return api;
}

function frameFor(title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.allow = 'fullscreen';
  return frame;
}

/** Saves what the package left open, once its page is gone. It did not say that it was over, so it is not. */
function finish(api: Scorm12API, tell: (message: FromPlayer) => void): void {
  if (api.isInitialized()) api.LMSCommit('');
  tell({ kind: 'ended' });
}

async function play(wanted: Play, port: MessagePort): Promise<void> {
  const tell = (message: FromPlayer): void => port.postMessage(message);
  const address = new URL(wanted.pass.launch, location.origin);
  if (address.origin !== location.origin || !address.pathname.startsWith('/packages/')) return;
  if (!keepsCookies()) {
    tell({ kind: 'no-cookies' });
    return;
  }
  const api = environment(wanted, tell);
  const frame = frameFor(wanted.title);
  let isEnding = false;
  frame.addEventListener('load', () => {
    if (isEnding) {
      finish(api, tell);
      return;
    }
    tell({ kind: isRefusal(frame.contentDocument) ? 'closed' : 'opened' });
  });
  port.onmessage = ({ data }: MessageEvent<ToPlayer>) => {
    if (data.kind === 'pass') keepPass(data.pass);
    else {
      isEnding = true;
      frame.src = EMPTY;
    }
  };
  window.API = api;
  await forgetEarlier();
  keepPass(wanted.pass);
  frame.src = address.href;
  document.title = wanted.title;
  document.body.append(frame);
}

addEventListener('message', function begin({ source, data, ports: [port] }: MessageEvent<unknown>) {
  if (source !== parent || !port || !isPlay(data)) return;
  removeEventListener('message', begin);
  void play(data, port);
});
