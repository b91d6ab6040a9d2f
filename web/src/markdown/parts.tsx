import type { Inline } from './parse.ts';

/** Plain and emphasised text of one block. */
export const Parts = ({ parts }: { parts: readonly Inline[] }) => (
  <>
    {parts.map((part, at) => {
      if (part.kind === 'text') return part.text;
      const inner = <Parts parts={part.parts} />;
      return part.kind === 'strong' ? <strong key={at}>{inner}</strong> : <em key={at}>{inner}</em>;
    })}
  </>
);
