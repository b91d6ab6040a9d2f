import { api } from '../../api/api.ts';
import { wholePercent } from '../../format/numbers.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';

/** Pairs of questions that ask nearly the same. Nothing is shown before there are some: it is advice, not the page. */
export const AlikeItems = ({ courseId }: { courseId: string }) => {
  const { bank: t } = useMessages();
  const { data } = useResource(() => api.listAlikeItems({ params: { courseId } }), [courseId]);
  if (!data || data.pairs.length === 0) return null;
  return (
    <details class="card">
      <summary>
        {t.alike.title} ({data.pairs.length})
      </summary>
      <p class="muted">{t.alike.lead}</p>
      <ul class="stack">
        {data.pairs.map(({ share, items }) => (
          <li key={items.map(({ itemId }) => itemId).join()} class="alike-pair">
            <span class="chip">{t.alike.share(wholePercent(share, 1))}</span>
            {items.map(({ itemId, title, stem }) => (
              <div key={itemId}>
                <a class="link-alone" href={`/soan-khoa-hoc/${courseId}/cau-hoi/${itemId}`}>
                  {title}
                </a>
                <p>{stem}</p>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
};
