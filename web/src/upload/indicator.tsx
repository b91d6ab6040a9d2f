import './indicator.css';
import { useLocation } from 'preact-iso/router';
import { wholePercent } from '../format/numbers.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icon.tsx';
import type { UploadList } from './upload-list.ts';

const DESK = '/tai-len';

/** On the other pages of the site: that files are still being sent from this tab, and the way back to them. */
export const indicatorFor = (list: UploadList) => () => {
  const { uploading: t } = useMessages();
  const { path } = useLocation();
  useStore(list.shown);
  const { count, bytes, sentBytes } = list.progress();
  if (count === 0 || path === DESK) return null;
  return (
    <a class="upload-note no-print" href={DESK}>
      <Icon name="upload" size={22} />
      {t.indicator(count, wholePercent(sentBytes, bytes))}
    </a>
  );
};
