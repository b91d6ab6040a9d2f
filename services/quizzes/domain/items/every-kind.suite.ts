import type { Question } from '../question.ts';

/** Stands wherever an author writes what no learner may read before the mark. */
export const SECRET = 'BIMAT-7741';

const said = {
  explanation: SECRET,
  whenRight: SECRET,
  whenPartly: SECRET,
  whenWrong: SECRET,
  competenceCode: '4.2',
  level: 'CB1',
};
const about = (no: number) => ({ title: `Câu ${no} ${SECRET}`, stem: `Hỏi ${no}`, ...said });
const option = (text: string, weight: number) => ({ text, weight, feedback: SECRET });
const rubric = {
  criteria: [{ name: 'Đủ ý', levels: [0, 5].map((points) => ({ points, words: SECRET })) }],
};
const picture = { fileId: 'ab'.repeat(32), mediaType: 'image/png', alt: 'Ảnh chụp màn hình' };

/** One question of each kind, valid, with a key. */
export const everyKind: readonly Question[] = [
  { ...about(1), kind: 'single-choice', options: [option('một', 100), option('hai', 0)] },
  {
    ...about(2),
    kind: 'multiple-choice',
    options: [option('ba', 100), { ...option('bốn', -50), media: [picture] }],
    scoring: 'without-penalty',
  },
  { ...about(3), kind: 'true-false', isTrue: true, media: [picture] },
  { ...about(4), kind: 'short-answer', accepted: [option(`${SECRET} gõ`, 100)], compare: 'folded' },
  {
    ...about(5),
    kind: 'numeric',
    accepted: [{ low: 48_213.5, high: 48_214, weight: 100, feedback: SECRET }],
  },
  {
    ...about(6),
    kind: 'matching',
    pairs: ['a', 'b'].map((prompt) => ({ prompt, choice: `${prompt} phải` })),
    distractors: ['thừa'],
  },
  { ...about(7), kind: 'ordering', entries: ['đầu', 'giữa', 'cuối'], scoring: 'by-neighbours' },
  {
    ...about(8),
    kind: 'cloze',
    passage: [
      'Gọi ',
      { share: 1, kind: 'short-answer', accepted: [option(SECRET, 100)] },
      ' rồi ',
      { share: 1, kind: 'single-choice', options: [option('tắt', 100), option('mở', 0)] },
    ],
  },
  {
    ...about(9),
    kind: 'hot-spot',
    picture,
    picks: 1,
    areas: [
      {
        shape: { kind: 'rectangle', from: { x: 413, y: 427 }, to: { x: 613, y: 627 } },
        weight: 100,
        feedback: SECRET,
      },
    ],
  },
  {
    ...about(10),
    kind: 'practical-task',
    task: 'find',
    screen: 'text-message',
    elements: [
      { role: 'sender', text: '+84 900 000 000', weight: 50, feedback: SECRET },
      { role: 'link', text: 'vi-du.example', weight: 50, feedback: SECRET },
      { role: 'time', text: '9 giờ', weight: -50, feedback: SECRET },
    ],
  },
  { ...about(11), kind: 'essay', rubric },
  { ...about(12), kind: 'file-answer', rubric, mediaTypes: ['image/*'], maxFiles: 1 },
];
