/** Learners who read slowly lose a longer sentence; counted in syllables, which is how Vietnamese is spaced. */
const longestSentence = 15;

/** Words that slip into Vietnamese teaching texts although a Vietnamese one is in common use. App Store is a name. */
const english =
  /(?<!\p{L})(app(?! Store)|account|browser|click|cloud|comment|download|email|feedback|file|folder|internet banking|like|link|login|logout|mail|message|mobile|offline|online|password|post|prompt|quiz|scan|screenshot|share|smartphone|spam|tablet|update|upload|user|website)(?!\p{L})/iu;

/** Sentences of a learner text that are too long. A colon or semicolon ends one: the reader pauses there. */
export const longSentences = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(\d+\.|[-#>:]+|[([][ x][)\]])\s*/, '').replaceAll('**', ''))
    .flatMap((line) => line.split(/[.?!:;]+["”)]*(?:\s|$)/))
    .filter((sentence) => sentence.split(/\s+/).filter(Boolean).length > longestSentence);

/** English words left in a Vietnamese text. */
export const englishLeftovers = (text: string): string[] => {
  const found = english.exec(text);
  return found ? [found[0]] : [];
};
