import { sentencesOf } from './sentences.ts';

/** One sentence on the page: what to say, and where it stands. */
export type Passage = { readonly text: string; readonly range: Range };

/** What is read aloud, in the order of the page: headings, paragraphs, items and the answers to tap. */
const READABLE = 'h1, h2, h3, h4, p, li, legend, label, .practice-answers button';

const textNodesOf = (block: Element): readonly Text[] => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
};

const rangeOf = (nodes: readonly Text[], from: number, to: number): Range => {
  const range = document.createRange();
  let start = 0;
  for (const node of nodes) {
    const end = start + node.data.length;
    if (from >= start && from < end) range.setStart(node, from - start);
    if (to > start && to <= end) range.setEnd(node, to - start);
    start = end;
  }
  return range;
};

/** The sentences that are to be seen inside `root`. A block within another one is read with the outer one. */
export const passagesOf = (root: Element): readonly Passage[] =>
  [...root.querySelectorAll(READABLE)]
    .filter(
      (block) =>
        !block.parentElement?.closest(READABLE) || !root.contains(block.parentElement.closest(READABLE)),
    )
    .filter((block) => block.checkVisibility?.() ?? true)
    .flatMap((block) => {
      const nodes = textNodesOf(block);
      const text = nodes.map(({ data }) => data).join('');
      return sentencesOf(text).map(({ from, to }) => ({
        text: text.slice(from, to),
        range: rangeOf(nodes, from, to),
      }));
    });
