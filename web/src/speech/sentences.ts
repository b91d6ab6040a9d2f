export type Sentence = { readonly from: number; readonly to: number };

/** A sentence with what closes it; without a mark it ends with the text. A dot inside a number or an address ends none. */
const SENTENCE = /\S[\s\S]*?(?:[.?!…:;]+["”’)\]]*(?=\s|$)|$)/g;

/** Where the sentences of a text stand, without the space around them; together they hold every word of it. */
export const sentencesOf = (text: string): readonly Sentence[] =>
  [...text.matchAll(SENTENCE)].map(({ index, 0: words }) => ({
    from: index,
    to: index + words.trimEnd().length,
  }));
