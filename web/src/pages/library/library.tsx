import './library.css';
import { useLocation } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import { usePages } from '../../state/use-pages.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { Page } from '../../ui/page.tsx';
import { addressOf, type Chosen, choose, chosenIn } from './chosen.ts';
import { Filters } from './filters.tsx';
import { Found } from './found.tsx';
import { MaterialCard } from './material-card.tsx';
import { SearchBox } from './search-box.tsx';
import { Tracks } from './tracks.tsx';
import { useLibraryWords } from './use-library-words.ts';

const List = ({ chosen, onClear }: { chosen: Chosen; onClear: () => void }) => {
  const t = useLibraryWords();
  const address = addressOf(chosen);
  const { q: _words, ...narrowing } = chosen;
  const loaded = usePages(
    (cursor) => api.listMaterials({ query: { ...narrowing, ...(cursor && { cursor }) } }),
    ({ materials }) => materials,
    [address],
  );
  return (
    <Loaded of={loaded}>
      {({ rows, more }) => (
        <div class="stack">
          {rows.length === 0 && (
            <Nothing text={more ? t.noneYetMore : t.none}>
              {Object.keys(chosen).length > 0 && (
                <Button look="quiet" onClick={onClear}>
                  {t.clear}
                </Button>
              )}
            </Nothing>
          )}
          <ul class="course-list">
            {rows.map((material) => (
              <li key={material.materialId}>
                <MaterialCard material={material} />
              </li>
            ))}
          </ul>
          {more && <MoreButton more={more} />}
        </div>
      )}
    </Loaded>
  );
};

/** Everything that may be learnt from: by collection, by competence, newest first. */
const LibraryPage = () => {
  const t = useLibraryWords();
  const { query, route } = useLocation();
  const chosen = chosenIn(query);
  const collections = useResource(() => api.listCollections(), []);
  const change = (next: Chosen): void => route(addressOf(next), true);
  // Whoever has typed wants to see what is found: on a phone all that narrows a search is longer than its screen.
  const narrowing = (
    <Loaded of={collections}>
      {({ tracks, competences }) => (
        <>
          <Tracks
            tracks={tracks}
            chosen={chosen.track}
            onChoose={(track) => change(choose(chosen, 'track', track))}
          />
          <Filters competences={competences} chosen={chosen} onChange={change} />
        </>
      )}
    </Loaded>
  );
  return (
    <Page title={t.title} lead={t.lead}>
      <div class="stack">
        <SearchBox words={chosen.q ?? ''} onWords={(words) => change(choose(chosen, 'q', words))} />
        {chosen.q ? (
          <>
            <Found chosen={{ ...chosen, q: chosen.q }} onClear={() => change({})} />
            {narrowing}
          </>
        ) : (
          <>
            {narrowing}
            <h2>{chosen.track ? t.tracks[chosen.track] : t.newest}</h2>
            <List chosen={chosen} onClear={() => change({})} />
          </>
        )}
      </div>
    </Page>
  );
};
export default LibraryPage;
