const FILES = {
  media: 'media',
  captions: 'captions',
  materials: 'material-desk',
  campaigns: 'campaigns',
  overview: 'overview',
  marks: 'marks',
  analysis: 'analysis',
  classes: 'class-desk',
  authoring: 'authoring-desk',
  questions: 'question-desk',
  printed: 'printed',
} as const;

/** The words of one kind of work at a desk. */
export type DeskWords = keyof typeof FILES;

/** The source that `loadWords` fetches for a part, below web/src; a test holds both together. */
export const wordsFile = (part: DeskWords): string => `messages/vi/${FILES[part]}.ts`;
