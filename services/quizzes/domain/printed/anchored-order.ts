import { fold } from '#shared/text/vietnamese.ts';

/** "Cả A và B", "A, C đều đúng": an option that names others by their letters is right for one order alone. */
const NAMES_LETTERS = /(^|\s)(ca\s+)?[a-j](\s*,\s*[a-j])*\s*(va|,|and)\s*[a-j](\s|$|[.,;])/;
/** "Tất cả các ý trên", "Không có đáp án nào": an option that speaks of all others stands last. */
const SPEAKS_OF_ALL =
  /^(tat ca|ca (hai|ba|bon|2|3|4)|khong (co )?(dap an|phuong an|y|cau) nao|(all|none|both) of)\b/;

/**
 * An order of options in which those that speak of the others keep the place their author gave them. `shuffled` is a
 * permutation of all places.
 */
export function anchoredOrder(texts: readonly string[], shuffled: readonly number[]): readonly number[] {
  const plain = texts.map(fold);
  if (plain.some((text) => NAMES_LETTERS.test(text))) return texts.map((_, place) => place);
  const stays = plain.map((text) => SPEAKS_OF_ALL.test(text));
  const moving = shuffled.filter((place) => !stays[place]);
  return stays.map((isAnchored, place) => (isAnchored ? place : (moving.shift() ?? place)));
}
