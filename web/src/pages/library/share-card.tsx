import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useSaidSize } from '../../downloads/use-said-size.ts';
import { SaveMedia } from '../../materials/save-media.tsx';
import { useResource } from '../../state/use-resource.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Section } from '../../ui/page.tsx';
import { useLibraryWords } from './use-library-words.ts';
import { useToolWords } from './use-tool-words.ts';

type Props = { readonly material: BodyOf<'getMaterial'> };

/** The recording as one file, which social networks take; only short ones have it. */
const Clip = ({ assetId, title }: { assetId: string; title: string }) => {
  const t = useToolWords();
  const { size } = useSaidSize();
  const { data } = useResource(() => api.getPlayable({ params: { assetId } }), [assetId]);
  if (!data?.mp4) return null;
  const label = t.share.clip(size(data.mp4.bytes));
  return (
    <SaveMedia
      {...{ path: data.mp4.path, title, ending: 'mp4', label }}
      saving={t.share.saving}
      notSaved={t.share.notSaved}
    />
  );
};

/** For staff: why there is nothing to be posted of a material that only some may see. */
export const NotShared = () => {
  const t = useToolWords();
  return (
    <Section title={t.share.title}>
      <p class="muted">{t.share.notOpen}</p>
    </Section>
  );
};

/** For staff: what a post needs. Whose work it is stands in it, as most licences ask. */
export const ShareCard = ({ material: { materialId, title, summary, source, licence, assetId } }: Props) => {
  const t = useToolWords();
  const { licences } = useLibraryWords();
  const address = new URL(`/thu-vien/${materialId}`, location.origin).href;
  const post = [title, summary, t.share.credit(source, licences[licence] ?? licence), address]
    .filter(Boolean)
    .join('\n');
  return (
    <Section title={t.share.title}>
      <div class="stack-tight">
        <p class="muted">{t.share.lead}</p>
        <CopyButton look="quiet" small text={post} copied={t.share.copied} notCopied={t.share.notCopied}>
          {t.share.copy}
        </CopyButton>
        {assetId && <Clip assetId={assetId} title={title} />}
      </div>
    </Section>
  );
};
