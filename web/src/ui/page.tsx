import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useMessages } from '../messages/use-messages.ts';
import { noteSeen } from '../state/last-page.ts';
import { Icon } from './icon.tsx';

let isFirstPage = true;

/** From now on a new page takes the focus: the one that the document began with is on screen, whatever it consists of. */
export const noteDrawn = (): void => {
  isFirstPage = false;
};

type Props = {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly back?: { readonly href: string; readonly label: string };
  readonly actions?: ComponentChildren;
  readonly narrow?: boolean;
  readonly children: ComponentChildren;
};

/** Heading and content of one page. After a change of page the heading gets the focus, so that it is read aloud. */
export const Page = ({ title, lead, back, actions, narrow, children }: Props) => {
  const { common } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${common.brand}`;
    noteSeen({ title, path: location.pathname });
  }, [title, common.brand]);
  // Before it is painted: whoever sees the page may press a key, and keeps the place that they have chosen.
  useLayoutEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class={narrow ? 'narrow' : undefined}>
      <div class="page-head">
        {back && (
          <a class="back no-print" href={back.href}>
            <Icon name="back" size={20} weight={2.6} />
            {back.label}
          </a>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p class="lead">{lead}</p>}
        {actions && <div class="row page-actions no-print">{actions}</div>}
      </div>
      {children}
    </div>
  );
};

/** A part of a page with its heading. */
export const Section = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="section" aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);
