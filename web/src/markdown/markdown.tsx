import './markdown.css';
import { Fragment, h } from 'preact';
import { type Block, type Inline, parseMarkdown } from './parse.ts';

const Parts = ({ parts }: { parts: readonly Inline[] }) => (
  <>
    {parts.map((part, at) => {
      if (part.kind === 'text') return part.text;
      const inner = <Parts parts={part.parts} />;
      return part.kind === 'strong' ? <strong key={at}>{inner}</strong> : <em key={at}>{inner}</em>;
    })}
  </>
);

const One = ({ block }: { block: Block }) => {
  if (block.kind === 'paragraph') return <p>{<Parts parts={block.parts} />}</p>;
  // The page's own heading is the first level, so a lesson's headings begin one below.
  if (block.kind === 'heading') {
    return h(`h${Math.min(Math.max(block.level, 2), 4)}`, null, <Parts parts={block.parts} />);
  }
  if (block.kind === 'quote') return <blockquote>{<Blocks blocks={block.blocks} />}</blockquote>;
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
