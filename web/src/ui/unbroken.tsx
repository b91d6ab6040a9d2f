import type { ComponentChildren } from 'preact';
import { useErrorBoundary, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from './icon.tsx';
import { Page } from './page.tsx';

const Broken = () => {
  const { common } = useMessages();
  return (
    <Page title={common.broken.title} narrow>
      <div class="nothing card" role="alert">
        <Icon name="alert" size={48} />
        <p>{common.broken.text}</p>
        <button type="button" class="btn" onClick={() => location.reload()}>
          {common.retry}
        </button>
        <a class="link-alone" href="/">
          {common.toStart}
        </a>
      </div>
    </Page>
  );
};

type Props = {
  /** Nothing is drawn around it, so what it says instead is all of the page. */
  readonly alone?: boolean;
  readonly children: ComponentChildren;
};

/** What is drawn inside, or when that throws, a sentence and two ways on. Another address is drawn anew. */
export const Unbroken = ({ alone, children }: Props) => {
  const { url } = useLocation();
  const [brokenAt, setBrokenAt] = useState<string>();
  useErrorBoundary((error) => {
    // The boundary keeps it from the console, where whoever mends it looks first.
    console.error(error);
    setBrokenAt(url);
  });
  if (brokenAt !== url) return children;
  return alone ? (
    <main id="noi-dung">
      <Broken />
    </main>
  ) : (
    <Broken />
  );
};
