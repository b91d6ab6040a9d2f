import { useMessages } from '../messages/use-messages.ts';
import { Lotus } from '../ui/drawings.tsx';
import { Page } from '../ui/page.tsx';

/** An address that leads nowhere: says so, and offers two ways on. */
const NotFound = () => {
  const { common } = useMessages();
  return (
    <Page title={common.notFoundPage.title} narrow>
      <div class="nothing card card-main">
        <Lotus />
        <p>{common.notFoundPage.text}</p>
        <a class="btn" href="/khoa-hoc">
          {common.notFoundPage.courses}
        </a>
        <a class="link-alone" href="/">
          {common.toStart}
        </a>
      </div>
    </Page>
  );
};
export default NotFound;
