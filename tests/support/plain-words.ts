import { fold } from '../../shared/text/vietnamese.ts';

/** Learners who read slowly lose a longer sentence; counted in syllables, which is how Vietnamese is spaced. */
export const LEARNER_WORDS = 15;
/** Staff read more in a day, and their matters take more words. */
export const STAFF_WORDS = 20;

/** English words that have the shape of Vietnamese ones, or have a Vietnamese one in common use. App Store is a name. */
const ENGLISH =
  /(?<!\p{L})(app(?! Store)|account|browser|click|cloud|comment|download|email|feedback|file|folder|internet banking|like|link|login|logout|mail|message|mobile|offline|online|password|post|prompt|quiz|scan|screenshot|share|smartphone|spam|tablet|update|upload|user|website)(?!\p{L})/iu;

/** A Vietnamese syllable without its marks: nothing but these beginnings, vowels and ends. */
const SYLLABLE =
  /^(?:ngh?|nh|ch|gh?|gi|kh|ph|qu|th|tr|[bcdhklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/;

/** Names, and words that Vietnamese people say just so. The centre's own name is short for Vietnamese words. */
const TAKEN_OVER = new Set(
  'video tv qr pdf jpeg iphone zalo vneid otp wi-fi wifi ok javascript tt gdtx'.split(' '),
);

const withoutMarkup = (line: string): string =>
  line.replace(/^\s*(\d+\.|[-#>:]+|[([][ x][)\]])\s*/, '').replaceAll('**', '');

/** Sentences that have more words than `most`. A colon or semicolon ends one: the reader pauses there. */
export const sentencesOver = (most: number, text: string): string[] =>
  text
    .split('\n')
    .map(withoutMarkup)
    .flatMap((line) => line.split(/[.?!:;…]+["”)]*(?:\s|$)/))
    .filter((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length > most);

/** Sentences that are too long for a learner. */
export const longSentences = (text: string): string[] => sentencesOver(LEARNER_WORDS, text);

/** English words left in a Vietnamese text, of those that have a Vietnamese one. */
export const englishLeftovers = (text: string): string[] => {
  const found = ENGLISH.exec(text);
  return found ? [found[0]] : [];
};

/** Words that no Vietnamese syllable looks like, but for those that people say just so, and `also`. */
export const foreignWords = (text: string, also: readonly string[] = []): string[] => {
  const known = (word: string) => TAKEN_OVER.has(word) || also.includes(word);
  return text
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => /\p{L}/u.test(word) && !/\p{N}/u.test(word))
    .filter((word) => !known(word.toLowerCase()))
    .flatMap((word) => word.split('-'))
    .filter((part) => part !== '' && !known(part.toLowerCase()) && !SYLLABLE.test(fold(part)));
};
