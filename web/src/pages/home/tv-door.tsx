import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/page.tsx';
import { useStaffWords } from './use-staff-words.ts';

/** How the screen in the hall is opened: the address in large letters, to be typed with a remote. */
export const TvDoor = () => {
  const t = useStaffWords();
  return (
    <Section title={t.door.title}>
      <div class="card tv-way">
        <p>{t.door.text}</p>
        <p class="tv-address">
          <span class="unseen">{t.door.address}: </span>
          {`${location.host}/tv`}
        </p>
        <a class="btn btn-quiet btn-small" href="/tv">
          <Icon name="play" size={20} />
          {t.door.open}
        </a>
      </div>
    </Section>
  );
};
