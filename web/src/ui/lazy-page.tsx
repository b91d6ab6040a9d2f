import type { ComponentType } from 'preact';
import lazy from 'preact-iso/lazy';
import { useMessages } from '../messages/use-messages.ts';
import { reloadOnce } from '../offline/reload-once.ts';
import { Nothing } from './loaded.tsx';
import { Page } from './page.tsx';

/** The page's script did not come: no network, or the site was renewed since this page was opened. */
const NotLoaded = () => {
  const { common } = useMessages();
  return (
    <Page title={common.noScriptTitle} narrow>
      <Nothing text={common.noScript}>
        <button type="button" class="btn" onClick={() => location.reload()}>
          {common.retry}
        </button>
      </Nothing>
    </Page>
  );
};

/** A page whose script is fetched when it is first opened; when that fails the page says so instead of staying blank. */
export const lazyPage = (load: () => Promise<{ default: ComponentType }>) =>
  lazy(() =>
    load().catch(async () => {
      if (await reloadOnce()) await new Promise<never>(() => {});
      return { default: NotLoaded };
    }),
  );
