import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

type Props = {
  /** What comes into the clipboard. */
  readonly text: string;
  readonly copied: string;
  /** What to do by hand, where the browser refuses. */
  readonly notCopied: string;
  readonly look?: 'main' | 'quiet';
  readonly full?: boolean;
  readonly small?: boolean;
  readonly label?: string;
  readonly children: ComponentChildren;
};

/** Browsers refuse without a secure connection, and some have no clipboard at all. */
const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

/** Copies a text and says what became of it; once the text is another one, nothing has become of it yet. */
export const CopyButton = ({ text, copied, notCopied, children, ...button }: Props) => {
  const [tried, setTried] = useState<{ readonly text: string; readonly isCopied: boolean }>();
  const outcome = tried?.text === text ? tried : undefined;
  const copy = async (): Promise<void> => setTried({ text, isCopied: await copyText(text) });
  return (
    <>
      <Button {...button} onClick={() => void copy()}>
        <Icon name={outcome?.isCopied ? 'tick' : 'copy'} size={button.small ? 20 : 22} />
        {children}
      </Button>
      <p class="small" role="status">
        {outcome && (outcome.isCopied ? copied : notCopied)}
      </p>
    </>
  );
};
