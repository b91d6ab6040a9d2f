import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { signInAddress } from '../../session/return-path.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useAction } from '../../state/use-action.ts';
import { useResource } from '../../state/use-resource.ts';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { useLibraryWords } from './use-library-words.ts';

type Material = BodyOf<'getMaterial'>;
type Counts = BodyOf<'rateMaterial'>;
type Props = { readonly material: Material; readonly onRated: (counts: Counts) => void };

const Ask = ({ material, onRated }: Props) => {
  const t = useLibraryWords();
  const params = { materialId: material.materialId };
  const mine = useResource(() => api.getRating({ params }), [material.materialId]);
  const { run, busy, problem } = useAction();
  const said = mine.data?.understood;
  const say = async (understood: boolean): Promise<void> => {
    const counts = await run({ understood }, () => api.rateMaterial({ params, body: { understood } }));
    if (!counts) return;
    mine.replace({ understood });
    onRated(counts);
  };
  const answer = (understood: boolean, words: string) => (
    <button
      type="button"
      class="btn btn-quiet"
      aria-pressed={said === understood}
      aria-disabled={busy ? 'true' : undefined}
      onClick={() => void (busy || say(understood))}
    >
      {words}
    </button>
  );
  return (
    <>
      <div class="rating">
        {answer(true, t.understood)}
        {answer(false, t.notUnderstood)}
      </div>
      <Refusal problem={problem} />
      {said === true && <p role="status">{t.rated}</p>}
      {said === false && (
        <Notice>
          <p>{t.helpNext}</p>
          <a class="link-alone" href="/hoi-giup">
            {t.askHelp}
          </a>
        </Notice>
      )}
    </>
  );
};

/** "Understood" or "did not", one word per person that may be changed; what all said stands beside it. */
export const Rating = ({ material, onRated }: Props) => {
  const t = useLibraryWords();
  const who = useStore(session);
  return (
    <section class="section stack" aria-label={t.rate}>
      <h2>{t.rate}</h2>
      {who.state === 'in' ? (
        <Ask material={material} onRated={onRated} />
      ) : (
        <p>
          <a class="link-alone" href={signInAddress(location.pathname)}>
            {t.rateSignIn}
          </a>
        </p>
      )}
      <p class="muted small">{t.ratings(material.understood, material.notUnderstood)}</p>
    </section>
  );
};
