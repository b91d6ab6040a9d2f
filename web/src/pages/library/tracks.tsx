import type { BodyOf } from '../../api/types.ts';
import { Icon } from '../../ui/icon.tsx';
import { TRACK_LOOKS, type Track } from './material-look.ts';
import { useLibraryWords } from './use-library-words.ts';

type Props = {
  readonly tracks: BodyOf<'listCollections'>['tracks'];
  readonly chosen: Track | undefined;
  readonly onChoose: (track: Track | undefined) => void;
};

/** The collections; a second tap on the same one shows everything again. */
export const Tracks = ({ tracks, chosen, onChoose }: Props) => {
  const t = useLibraryWords();
  return (
    <fieldset class="tracks">
      <legend class="unseen">{t.tracksLabel}</legend>
      {tracks.map(({ track, materials }) => (
        <button
          key={track}
          type="button"
          class={`track tint-${TRACK_LOOKS[track].tint}`}
          aria-pressed={track === chosen}
          onClick={() => onChoose(track === chosen ? undefined : track)}
        >
          <Icon name={TRACK_LOOKS[track].icon} size={34} />
          <b>{t.tracks[track]}</b>
          <small>{t.inTrack(materials)}</small>
        </button>
      ))}
    </fieldset>
  );
};
