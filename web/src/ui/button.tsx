import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { handOnFocus } from './hand-on-focus.ts';

type Props = {
  readonly busy?: boolean;
  readonly busyLabel?: string;
  readonly look?: 'main' | 'quiet' | 'warn';
  readonly full?: boolean;
  readonly small?: boolean;
  readonly type?: 'button' | 'submit';
  readonly label?: string;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
};

const LOOKS = { main: '', quiet: ' btn-quiet', warn: ' btn-warn' } as const;

/**
 * A button that stays focusable while its work runs, and hands the focus on when it goes, so that keyboard and screen
 * reader do not lose their place.
 */
export const Button = ({
  busy,
  busyLabel,
  look = 'main',
  full,
  small,
  type,
  label,
  onClick,
  children,
}: Props) => {
  const own = useRef<HTMLButtonElement>(null);
  // The other kind of effect is undone after the next paint, when the button is gone and the focus with it.
  useLayoutEffect(() => () => handOnFocus(own.current), []);
  return (
    <button
      ref={own}
      type={type ?? 'button'}
      class={`btn${LOOKS[look]}${full ? ' btn-full' : ''}${small ? ' btn-small' : ''}`}
      aria-disabled={busy ? 'true' : undefined}
      aria-label={label}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {busy && busyLabel ? busyLabel : children}
    </button>
  );
};
