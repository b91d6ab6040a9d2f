import type { ZipFile } from '../../services/media/engine/zip-fixture.ts';
import { scormManifest } from './scorm-package.ts';

/** Finds the run-time environment as the standard has it: in a window above (SCORM 1.2, 3.3.6.1). */
const FIND_API = `
let above = window;
while (!above.API && above.parent !== above) above = above.parent;
const api = above.API;`;

const lessonPage = (title: string): string => `<!doctype html>
<html lang="vi"><meta charset="utf-8" /><title>${title}</title><h1>${title}</h1><p id="from"></p>
<button id="done">Làm xong</button><button id="anew">Tải lại</button><script src="bai.js"></script></html>`;

/**
 * A lesson of one page: says where it goes on, and has a button by which it is passed, and one by which it loads the page
 * around it anew, as some packages do.
 */
export const TINY_PACKAGE: readonly ZipFile[] = [
  { name: 'index.html', content: lessonPage('Bài nhỏ') },
  {
    name: 'bai.js',
    content: `${FIND_API}
api.LMSInitialize('');
const from = api.LMSGetValue('cmi.suspend_data');
document.getElementById('from').textContent = from === '' ? 'Bắt đầu' : 'Học tiếp từ ' + from;
document.getElementById('done').onclick = () => {
  api.LMSSetValue('cmi.core.score.raw', '8');
  api.LMSSetValue('cmi.core.score.max', '10');
  api.LMSSetValue('cmi.core.lesson_status', 'passed');
  api.LMSSetValue('cmi.suspend_data', 'trang 2');
  api.LMSCommit('');
};
document.getElementById('anew').onclick = () => parent.location.reload();
addEventListener('pagehide', () => api.LMSFinish(''));`,
  },
];

/** Two such lessons. */
export const TWO_LESSONS: readonly ZipFile[] = [
  ...TINY_PACKAGE,
  { name: 'hai.html', content: lessonPage('Bài nhỏ thứ hai') },
  {
    name: 'imsmanifest.xml',
    content: scormManifest({
      items: '<item identifierref="s"><title>Bài 2</title></item>',
      resources: '<resource identifier="s" type="webcontent" adlcp:scormtype="sco" href="hai.html"/>',
    }),
  },
];

/**
 * A package that tries what it may not. It writes down how each try ended and which of them its policy refused, and
 * has a button to leave by. The address of the site is its parameter.
 */
export const HOSTILE_PACKAGE: readonly ZipFile[] = [
  {
    name: 'index.html',
    content: `<!doctype html><html lang="vi"><meta charset="utf-8" /><title>Bài xấu</title>
<pre id="tried"></pre><button id="leave">Đi nơi khác</button><script src="bai.js"></script></html>`,
  },
  { name: 'sw.js', content: '' },
  {
    name: 'bai.js',
    content: `${FIND_API}
const site = new URLSearchParams(location.search).get('site');
const away = 'https://example.org/';
const tried = {};
const refused = [];
document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective + ' ' + event.blockedURI));
const attempt = async (name, action) => {
  try {
    tried[name] = String(await action());
  } catch {
    tried[name] = 'refused';
  }
};
const picture = () => new Promise((done, failed) => Object.assign(new Image(), { onload: done, onerror: failed, src: away + 'a.png' }));
const tryAll = async () => {
  api.LMSInitialize('');
  await attempt('page of the site', () => top.document.title);
  await attempt('storage of the site', () => top.localStorage.length);
  await attempt('cookies', () => document.cookie.split('; ').map((one) => one.split('=')[0]).sort().join());
  await attempt('who learns', () => api.LMSGetValue('cmi.core.student_name'));
  await attempt('API of the site', () => fetch(site + '/v1/me', { credentials: 'include' }));
  await attempt('stranger', () => fetch(away));
  await attempt('picture of a stranger', picture);
  await attempt('worker', () => navigator.serviceWorker.register('sw.js').catch((error) => error.name));
  await attempt('worker by our page', () => parent.navigator.serviceWorker.register(new URL('sw.js', location.href).pathname));
  await attempt('left by somebody else', () => localStorage.getItem('left') ?? 'nothing');
  localStorage.setItem('left', 'an answer');
  await attempt('port of the site', () => {
    const port = parent.MessagePort.prototype;
    const say = port.postMessage;
    port.postMessage = function () {
      port.postMessage = say;
      for (const message of [null, { kind: 'playing' }, { kind: 'commit', commit: {} }]) say.call(this, message);
    };
    return api.LMSCommit('');
  });
  await attempt('window', () => open(away));
  await attempt('leading the site away', () => { top.location.href = away; });
  document.getElementById('tried').textContent = JSON.stringify({ tried, refused: [...new Set(refused)].sort() });
};
document.getElementById('leave').onclick = () => { location.href = away; };
tryAll();`,
  },
];
