import type { Messages } from '../language.ts';

export const questionForm: Messages['questionForm'] = {
  notWhole: 'Once question and key are filled in, what learners see appears here.',
  otherwise: 'Feedback on every other number',
  scoring: {
    label: 'Scoring',
    ways: {
      'per-option': 'Each option counts, wrong ones take away',
      'without-penalty': 'Each option counts, wrong ones take nothing away',
      'all-or-nothing': 'All right or no points',
      'per-pair': 'Each right pair earns its share',
      'by-neighbours': 'Each two neighbours in order earn their share',
      'by-place': 'Each entry at its place earns its share',
    },
  },
  compare: {
    label: 'How answers are compared',
    ways: {
      marks: 'Diacritics matter, capitals do not',
      folded: 'Diacritics do not matter',
      exact: 'Letter by letter, capitals too',
    },
  },
  distractors: {
    title: 'Right sides that belong to no left side',
    part: (n) => `Distractor ${n}`,
    add: 'Add a distractor',
    remove: (n) => `Remove distractor ${n}`,
  },
  whole: {
    title: 'Feedback on the whole answer',
    whenRight: 'When all is right',
    whenPartly: 'When part is right',
    whenWrong: 'When it is wrong',
  },
  cloze: {
    text: 'The text with its gaps',
    hint: 'Put the cursor where the gap belongs and press "Add a gap".',
    add: 'Add a gap',
    gap: (mark) => `Gap ${mark}`,
    kind: 'How it is filled in',
    share: 'How many parts it weighs',
    remove: (mark) => `Remove gap ${mark}`,
    missing: (mark) => `The text has no ${mark}. Type it again, or remove that gap.`,
  },
  rubric: {
    title: 'Criteria',
    lead: 'Learners see the names and points. Only markers see the words of the levels.',
    name: (n) => `Name of criterion ${n}`,
    points: (n) => `Points of level ${n}`,
    words: (n) => `What level ${n} means`,
    wordsHint: 'Markers read it to choose a level.',
    criteria: {
      part: (n) => `Criterion ${n}`,
      add: 'Add a criterion',
      remove: (n) => `Remove criterion ${n}`,
    },
    levels: { part: (n) => `Level ${n}`, add: 'Add a level', remove: (n) => `Remove level ${n}` },
  },
  essay: { minWords: 'Words at least', maxWords: 'Words at most' },
  files: {
    types: 'Kinds of files to hand in',
    noType: 'Choose at least one kind of file.',
    names: { picture: 'Pictures', sound: 'Sound', film: 'Film', pdf: 'PDF', word: 'Word' },
    most: 'Files at most',
  },
  phone: {
    task: 'Task',
    tasks: { find: 'Find everything suspicious', step: 'Choose the one right step' },
    hints: {
      find: 'What is suspicious shares the points evenly; a harmless part takes as much away.',
      step: 'A right step earns everything.',
    },
    screen: 'What the screen looks like',
    role: (n) => `What part ${n} is`,
    text: (n) => `Words of part ${n}`,
    label: (n) => `Label of part ${n}`,
    labelHint: 'For example: account number.',
    mark: (n) => `Tapping part ${n} is`,
    marks: {
      find: { right: 'Right: it is suspicious', wrong: 'Wrong: it is harmless', neutral: 'Of no matter' },
      step: { right: 'Right: this is the step', neutral: 'Worth nothing' },
    },
    feedback: (n) => `Feedback on tapping part ${n}`,
    rows: {
      part: (n) => `Part ${n} of the screen`,
      add: 'Add a part of the screen',
      remove: (n) => `Remove part ${n} of the screen`,
    },
  },
};
