/** The eight steps of the framework in circular 02/2025/TT-BGDĐT: basic, intermediate, advanced, expert, two steps each. */
export const LEVELS = ['CB1', 'CB2', 'TC1', 'TC2', 'NC1', 'NC2', 'CS1', 'CS2'] as const;
export type Level = (typeof LEVELS)[number];

/** The six domains of the framework; the first figure of a competence code is its domain. */
export const DOMAINS = ['1', '2', '3', '4', '5', '6'] as const;
export type Domain = (typeof DOMAINS)[number];

export const isLevel = (text: string | undefined): text is Level =>
  (LEVELS as readonly (string | undefined)[]).includes(text);

export const domainOf = (competenceCode: string): Domain => competenceCode.slice(0, 1) as Domain;

const MIDDLE = (LEVELS.length - 1) / 2;

/**
 * Difficulty of an item by the level that its author gave it and a second person approved, one logit a step: what is
 * assumed until answers say otherwise (`calibrated`).
 */
export const difficultyOf = (level: Level): number => LEVELS.indexOf(level) - MIDDLE;

/**
 * The highest of `levels` that an ability reaches; undefined below the first. A level begins where half of its questions
 * would be right, so that in its middle 62 in a hundred are: as the levels of PISA are defined (OECD, PISA 2009 Technical
 * Report, 2012, chapter 15). Whoever has the questions of a level right and those of the next wrong is then of that level.
 */
export const levelAt = (ability: number, levels: readonly Level[] = LEVELS): Level | undefined =>
  LEVELS.findLast((level) => levels.includes(level) && ability >= difficultyOf(level));
