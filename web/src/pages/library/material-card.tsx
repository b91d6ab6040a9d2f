import { formatSpan } from '../../format/dates.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Icon } from '../../ui/icon.tsx';
import { mainDomain } from '../courses/domain-look.ts';
import { type Card, KIND_ICONS, tintOf } from './material-look.ts';
import { useLibraryWords } from './use-library-words.ts';

/** One material in a list: what it is, what about, how long, and for whom. */
export const MaterialCard = ({ material }: { material: Card }) => {
  const t = useLibraryWords();
  const { courses } = useMessages();
  const { materialId, kind, title, summary, tracks, durationMs, access, language } = material;
  return (
    <a class="card course-card" href={`/thu-vien/${materialId}`}>
      <span class={`course-sign tint-${tintOf(material)}`}>
        <Icon name={KIND_ICONS[kind]} size={30} />
      </span>
      <span class="course-words">
        <small>
          {tracks.map((track) => t.tracks[track]).join(' · ') ||
            courses.domains[mainDomain(material.competenceCodes)]}
        </small>
        <b lang={language}>{title}</b>
        {summary && <span class="muted">{summary}</span>}
        <span class="row">
          <span class="chip">{t.kinds[kind]}</span>
          {durationMs !== undefined && <span class="chip chip-sophora">{formatSpan(durationMs)}</span>}
          {language !== 'vi' && <span class="chip">{t.languages[language] ?? language}</span>}
          {access === 'enrolled' && <span class="chip chip-indigo">{t.forClass}</span>}
        </span>
      </span>
    </a>
  );
};
