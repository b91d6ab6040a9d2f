import { fold } from '#shared/text/vietnamese.ts';

/** A letter that stands for an option, as in "Chỉ A đúng" or "A đúng, B sai": such an option is right for one order alone. */
const NAMES_A_LETTER = /(?<![\p{L}\p{N}])[A-J](?![\p{L}\p{N}])/u;
/** The same in small letters, which are words of their own, too: only two of them together are sure to name options. */
const NAMES_SMALL_LETTERS = /(^|\s)(ca\s+)?[a-j](\s*,\s*[a-j])*\s*(va|hoac|hay|,|and|or)\s*[a-j](\s|$|[.,;])/;
/**
 * "Tất cả các ý trên", "Không có đáp án nào", "Đáp án khác": an option that speaks of all others keeps its place.
 */
const SPEAKS_OF_ALL =
  /^(tat ca|ca (hai|ba|bon|2|3|4)|khong (co )?(dap an|phuong an|y|cau) nao|(all|none|both) of)\b|\b(dap an|phuong an|y|cau|lua chon) (o |neu )?(tren|khac|con lai)\b/;

/** Whether an option speaks of others by their letters. One that is a letter itself speaks of none. */
const namesLetters = (text: string): boolean => {
  const isLetterItself = (text.match(/\p{L}/gu) ?? []).length === 1;
  return !isLetterItself && (NAMES_A_LETTER.test(text) || NAMES_SMALL_LETTERS.test(fold(text)));
};

/**
 * An order of options in which those that speak of the others keep the place their author gave them. `shuffled` is a
 * permutation of all places. A name with a letter in it ("Vitamin C", "ổ đĩa D") keeps the author's order too: a question
 * that is not shuffled costs less than one that is wrong on most codes.
 */
export function anchoredOrder(texts: readonly string[], shuffled: readonly number[]): readonly number[] {
  if (texts.some(namesLetters)) return texts.map((_, place) => place);
  const stays = texts.map((text) => SPEAKS_OF_ALL.test(fold(text)));
  const moving = shuffled.filter((place) => !stays[place]);
  return stays.map((isAnchored, place) => (isAnchored ? place : (moving.shift() ?? place)));
}
