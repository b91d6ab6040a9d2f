/** Nói chuyện với hệ thống học theo SCORM 1.2; không có hệ thống thì bài vẫn chạy, chỉ không lưu. */

/** SCORM 1.2 RTE 3.3.6.1: the interface is looked for in the frames around, then in the window that opened this one. */
const FRAMES_AT_MOST = 7;

function apiAround(start) {
  let frame = start;
  for (let n = 0; n < FRAMES_AT_MOST && frame; n += 1) {
    if (frame.API) return frame.API;
    if (frame.parent === frame) return undefined;
    frame = frame.parent;
  }
  return undefined;
}

const api = apiAround(window) ?? (window.opener ? apiAround(window.opener) : undefined);
const startedAt = Date.now();
let isOpen = false;

const set = (name, value) => api?.LMSSetValue(`cmi.${name}`, String(value));

/** HHHH:MM:SS. */
function sessionTime() {
  const seconds = Math.floor((Date.now() - startedAt) / 1000);
  const two = (n) => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Bắt đầu; trả về những gì đã lưu ở lần trước, nếu có. */
export function open() {
  isOpen = api?.LMSInitialize('') === 'true';
  if (!isOpen) return undefined;
  if (api.LMSGetValue('cmi.core.lesson_status') === 'not attempted') set('core.lesson_status', 'incomplete');
  return parsed(api.LMSGetValue('cmi.suspend_data'));
}

/** Lưu chỗ đang học và các câu đã trả lời. */
export function save(place) {
  if (!isOpen) return;
  set('core.lesson_location', place.screen);
  set('suspend_data', JSON.stringify(place));
  set('core.session_time', sessionTime());
  api.LMSCommit('');
}

/** Báo kết quả, theo phần trăm câu đúng. */
export function report(percent, isPassed) {
  if (!isOpen) return;
  set('core.score.min', 0);
  set('core.score.max', 100);
  set('core.score.raw', percent);
  set('core.lesson_status', isPassed ? 'passed' : 'failed');
  api.LMSCommit('');
}

/** Kết thúc buổi học; gọi lại cũng không sao. */
export function close(isDone) {
  if (!isOpen) return;
  isOpen = false;
  set('core.session_time', sessionTime());
  set('core.exit', isDone ? '' : 'suspend');
  api.LMSFinish('');
}
