import type { BodyOf } from '../../api/types.ts';

export type Question = BodyOf<'getBankItem'>['question'];
export type Kind = Question['kind'];

/** A blank question of each kind. */
const BLANK = {
  'single-choice': {
    options: [
      { text: '', weight: 100 },
      { text: '', weight: 0 },
    ],
  },
  'multiple-choice': {
    options: [
      { text: '', weight: 50 },
      { text: '', weight: 50 },
      { text: '', weight: 0 },
    ],
    scoring: 'without-penalty',
  },
  'true-false': { isTrue: true },
  'short-answer': { accepted: [{ text: '', weight: 100 }] },
  numeric: { accepted: [{ low: 0, high: 0, weight: 100 }] },
  matching: {
    pairs: [
      { prompt: '', choice: '' },
      { prompt: '', choice: '' },
    ],
    distractors: [],
  },
  ordering: { entries: ['', '', ''], scoring: 'by-neighbours' },
  cloze: { passage: [] },
  'practical-task': {
    task: 'find',
    screen: 'text-message',
    elements: [
      { role: 'sender', text: '', weight: 100 },
      { role: 'text', text: '', weight: -100 },
      { role: 'link', text: '' },
    ],
  },
  'hot-spot': {
    picture: { fileId: '', mediaType: 'image/png', alt: '' },
    picks: 1,
    areas: [],
  },
  essay: { rubric: { criteria: [] } },
  'file-answer': { rubric: { criteria: [] }, mediaTypes: ['image/*'], maxFiles: 1 },
} as const satisfies Readonly<Record<Kind, object>>;

export const KINDS = Object.keys(BLANK) as Kind[];

/** Texts that every kind has; those that are empty are left out. */
export type TextName =
  | 'title'
  | 'stem'
  | 'explanation'
  | 'whenRight'
  | 'whenPartly'
  | 'whenWrong'
  | 'competenceCode'
  | 'level'
  | 'source'
  | 'licence';

/** The question with another text; an empty one that may be absent is. */
export function withText(question: Question, name: TextName, text: string): Question {
  const { [name]: _, ...rest } = question;
  const isKept = text !== '' || name === 'title' || name === 'stem';
  return { ...rest, ...(isKept && { [name]: text }) } as Question;
}

/** The question with other pictures, sounds and films; none are absent. */
export function withMedia(question: Question, media: Question['media']): Question {
  const { media: _, ...rest } = question;
  return { ...rest, ...(media && media.length > 0 && { media }) } as Question;
}

/** Tags are written with commas between them. */
export function withTags(question: Question, text: string): Question {
  const { tags: _, ...rest } = question;
  const tags = text
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
  return { ...rest, ...(tags.length > 0 && { tags }) } as Question;
}

/** What questions of all kinds have, whatever their key is. */
const ABOUT = [
  'title',
  'stem',
  'media',
  'explanation',
  'whenRight',
  'whenPartly',
  'whenWrong',
  'competenceCode',
  'level',
  'tags',
  'source',
  'licence',
] as const;

const isAbout = (name: string): boolean => (ABOUT as readonly string[]).includes(name);

/** A question with what all kinds have taken over from another one. */
export function withAboutOf(question: Question, from: Question): Question {
  const key = Object.entries(question).filter(([name]) => !isAbout(name));
  const about = Object.entries(from).filter(([name]) => isAbout(name));
  return Object.fromEntries([...key, ...about]) as Question;
}

/** A blank question of a kind. */
export function blankOf(kind: Kind): Question {
  return { kind, ...structuredClone(BLANK[kind]), title: '', stem: '' } as Question;
}
