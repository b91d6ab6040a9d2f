import { questions } from './questions.js';
import { close, open, report, save } from './scorm.js';

/** Đúng hai câu trên ba là đạt. */
const PASS_PERCENT = 66;

const main = document.querySelector('main');
const back = document.querySelector('#back');
const next = document.querySelector('#next');
const step = document.querySelector('#step');

const element = (name, text, more = {}) =>
  Object.assign(document.createElement(name), { textContent: text, ...more });

function questionScreen({ ask, choices, right, why }, number) {
  const screen = element('section', '');
  screen.dataset.screen = '';
  const choose = element('fieldset', '');
  const reply = element('p', '', { role: 'status' });
  choose.append(element('legend', ask));
  for (const [at, choice] of choices.entries()) {
    const label = element('label', '');
    const input = element('input', '', { type: 'radio', name: `question-${number}`, value: String(at) });
    input.addEventListener('change', () => answer(number, at));
    label.append(input, element('span', choice));
    choose.append(label);
  }
  screen.append(element('h1', `Câu ${number + 1}`, { tabIndex: -1 }), choose, reply);
  screen.show = () => {
    const given = place.answers[number];
    for (const input of choose.querySelectorAll('input')) input.checked = Number(input.value) === given;
    reply.textContent = given === undefined ? '' : `${given === right ? 'Đúng rồi.' : 'Chưa đúng.'} ${why}`;
    reply.className = given === right ? 'right' : 'wrong';
  };
  return screen;
}

function resultScreen() {
  const screen = element('section', '');
  screen.dataset.screen = '';
  const line = element('p', '');
  const advice = element('p', '');
  screen.append(element('h1', 'Kết quả', { tabIndex: -1 }), line, advice);
  screen.show = () => {
    const right = questions.filter((question, at) => place.answers[at] === question.right).length;
    const percent = Math.round((100 * right) / questions.length);
    const isPassed = percent >= PASS_PERCENT;
    line.textContent = `Bạn trả lời đúng ${right} trên ${questions.length} câu.`;
    advice.textContent = isPassed
      ? 'Tốt lắm. Hãy kể ba dấu hiệu cho một người thân.'
      : 'Bấm “Quay lại” để xem lại và chọn lại câu trả lời.';
    report(percent, isPassed);
  };
  return screen;
}

main.append(...questions.map(questionScreen), resultScreen());
const screens = [...main.querySelectorAll('[data-screen]')];
const firstQuestion = screens.length - questions.length - 1;

const kept = open();
const place = {
  screen: Math.min(Math.max(0, Number(kept?.screen) || 0), screens.length - 1),
  answers: Array.isArray(kept?.answers) ? kept.answers : [],
};

const isAnswered = () =>
  place.screen < firstQuestion || place.answers[place.screen - firstQuestion] !== undefined;
const isLast = () => place.screen === screens.length - 1;

function show() {
  for (const [at, screen] of screens.entries()) screen.hidden = at !== place.screen;
  const screen = screens[place.screen];
  screen.show?.();
  step.textContent = `Trang ${place.screen + 1} trên ${screens.length}`;
  back.hidden = place.screen === 0;
  next.hidden = isLast();
  next.disabled = !isLast() && !isAnswered();
  save(place);
}

function answer(number, at) {
  place.answers[number] = at;
  show();
}

function go(by) {
  place.screen += by;
  show();
  screens[place.screen].querySelector('h1').focus();
}

back.addEventListener('click', () => go(-1));
next.addEventListener('click', () => go(1));
addEventListener('pagehide', () => close(isLast()));
show();
