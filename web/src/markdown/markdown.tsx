import './markdown.css';
import { Fragment, h } from 'preact';
import { type Block, parseMarkdown } from './parse.ts';
import { Parts } from './parts.tsx';
import { PracticeCard } from './practice.tsx';

const One = ({ block }: { block: Block }) => {
  if (block.kind === 'paragraph') return <p>{<Parts parts={block.parts} />}</p>;
  // The page's own heading is the first level, so a lesson's headings begin one below.
  if (block.kind === 'heading') {
    return h(`h${Math.min(Math.max(block.level, 2), 4)}`, null, <Parts parts={block.parts} />);
  }
  if (block.kind === 'quote') return <blockquote>{<Blocks blocks={block.blocks} />}</blockquote>;
  if (block.kind === 'practice') {
    return (
      <PracticeCard
        practice={block}
        before={<Blocks blocks={block.before} />}
        after={<Blocks blocks={block.after} />}
      />
    );
  }
  const items = block.items.map((parts, at) => <li key={at}>{<Parts parts={parts} />}</li>);
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
};

const Blocks = ({ blocks }: { blocks: readonly Block[] }) => (
  <>
    {blocks.map((block, at) => (
      <Fragment key={at}>
        <One block={block} />
      </Fragment>
    ))}
  </>
);

/** The text of a lesson as elements and text nodes. */
export const Markdown = ({ text }: { text: string }) => (
  <div class="prose">
    <Blocks blocks={parseMarkdown(text)} />
  </div>
);
