import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { formatSpan } from '../../format/dates.ts';
import { usePages } from '../../state/use-pages.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { pageLink, placeLink } from '../../viewing/asked-place.ts';
import { addressOf, type Chosen } from './chosen.ts';
import { MaterialCard } from './material-card.tsx';
import { useLibraryWords } from './use-library-words.ts';

type Answer = BodyOf<'searchMaterials'>;
type Row = Answer['materials'][number];

/** Where the words are said; each leads to its place in the recording. */
const SpokenPlaces = ({ materialId, spoken }: Row) => {
  const t = useLibraryWords();
  if (spoken.length === 0) return null;
  return (
    <ul class="found-places" aria-label={t.search.saidAt}>
      {spoken.map(({ startMs, text }) => (
        <li key={startMs}>
          <a class="link-alone" href={placeLink(`/thu-vien/${materialId}`, startMs)}>
            {formatSpan(startMs)} · “{text}”
          </a>
        </li>
      ))}
    </ul>
  );
};

/** The pages on which the words stand; each leads to its page in the document. */
const WrittenPlaces = ({ materialId, written }: Row) => {
  const t = useLibraryWords();
  if (written.length === 0) return null;
  return (
    <ul class="found-places" aria-label={t.search.writtenOn}>
      {written.map(({ page, text }) => (
        <li key={page}>
          <a class="link-alone" href={pageLink(`/thu-vien/${materialId}`, page)}>
            {t.search.page(page)} · “{text}”
          </a>
        </li>
      ))}
    </ul>
  );
};

/** What has the words in it, best first. */
export const Found = ({ chosen, onClear }: { chosen: Chosen & { q: string }; onClear: () => void }) => {
  const t = useLibraryWords();
  const [told, setTold] = useState<Pick<Answer, 'total' | 'corrected'>>({ total: 0 });
  const loaded = usePages(
    async (cursor) => {
      const answer = await api.searchMaterials({ query: { ...chosen, ...(cursor && { cursor }) } });
      if (answer.ok) setTold(answer.body);
      return answer;
    },
    ({ materials }) => materials,
    [addressOf(chosen)],
  );
  return (
    <Loaded of={loaded}>
      {({ rows, more }) => (
        <div class="stack">
          <p role="status">
            {told.corrected && `${t.search.corrected(told.corrected)} `}
            {told.total > 0 && t.search.found(told.total)}
          </p>
          {rows.length === 0 && (
            <Nothing text={t.search.none}>
              <Button look="quiet" onClick={onClear}>
                {t.clear}
              </Button>
            </Nothing>
          )}
          <ul class="course-list found-list">
            {rows.map((row) => (
              <li key={row.materialId}>
                <MaterialCard material={row} />
                <SpokenPlaces {...row} />
                <WrittenPlaces {...row} />
              </li>
            ))}
          </ul>
          {more && <MoreButton more={more} />}
        </div>
      )}
    </Loaded>
  );
};
