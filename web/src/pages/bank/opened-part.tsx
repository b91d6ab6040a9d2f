import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

type Props = { readonly title: string; readonly isFull: boolean; readonly children: ComponentChildren };

/** A part that is drawn once it is opened, and stays when it is folded: a file may be on its way in it. */
export const OpenedPart = ({ title, isFull, children }: Props) => {
  const [startsOpen] = useState(isFull);
  const [isDrawn, setDrawn] = useState(isFull);
  return (
    <details open={startsOpen} onToggle={() => setDrawn(true)}>
      <summary>{title}</summary>
      {isDrawn && children}
    </details>
  );
};
