import { api } from '../../api/api.ts';
import { formatRoom } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { queueMoves } from '../../upload/start-uploads.ts';
import { diskRoom, leftOf } from './room.ts';
import { useReloadOn } from './use-queue.ts';

const readRoom = async () => {
  const [answer, disk] = await Promise.all([api.getUploadQuota(), diskRoom()]);
  return answer.ok ? ({ ok: true, body: leftOf(answer.body, disk) } as const) : answer;
};

/** How much may still be sent. Nothing while that is not known: the service says so when it is too much. */
export const QuotaLine = () => {
  const { uploading: t } = useMessages();
  const shown = useStore(language);
  const left = useResource(readRoom, []);
  useReloadOn(useStore(queueMoves), left.reload);
  if (!left.data) return null;
  const { day, room } = left.data;
  return <p class="muted small">{t.quota(formatRoom(day, shown), formatRoom(room, shown))}</p>;
};
