import './go-on-watching.css';
import { api } from '../../api/api.ts';
import { formatSpan } from '../../format/dates.ts';
import { bringWords } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { watching as words } from '../../messages/vi/watching.ts';
import { useResource } from '../../state/use-resource.ts';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/page.tsx';
import { placeToGoOn } from '../../viewing/resume.ts';

bringWords({ watching: words });

/** So many of the newest are asked after before nothing is offered: what was withdrawn is listed nowhere. */
const ASKED_AFTER = 3;

/** The recording that the person left last and that is still shown. */
const findLeft = async () => {
  const mine = await api.listMyViewing();
  if (!mine.ok) return mine;
  const left = mine.body.positions.filter(
    ({ finished, position, durationSeconds }) => !finished && placeToGoOn(position, durationSeconds) > 0,
  );
  for (const place of left.slice(0, ASKED_AFTER)) {
    const material = await api.getMaterial({ params: { materialId: place.assetId } });
    if (material.ok) return { ok: true, body: { ...place, title: material.body.title } } as const;
  }
  return { ok: true, body: undefined } as const;
};

/** One tap back to where the person stopped, on whichever device that was. Nothing is said when there is nothing. */
export const GoOnWatching = () => {
  const { watching: t } = useMessages();
  const { data } = useResource(findLeft, []);
  if (!data) return null;
  const { assetId, title, position, durationSeconds } = data;
  return (
    <Section title={t.title}>
      <a class="card go-on" href={`/thu-vien/${assetId}`}>
        <span class="go-on-sign">
          <Icon name="play" size={26} />
        </span>
        <span>
          <b>{t.goOn(formatSpan(position * 1000))}</b>
          <span>{title}</span>
          <small class="muted">{t.left(Math.floor((durationSeconds - position) / 60))}</small>
        </span>
      </a>
    </Section>
  );
};
