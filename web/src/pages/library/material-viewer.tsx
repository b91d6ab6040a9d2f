import { api } from '../../api/api.ts';
import { TakeAlong } from '../../downloads/take-along.tsx';
import { Material } from '../../materials/material.tsx';
import { useResource } from '../../state/use-resource.ts';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import type { Kind } from './material-look.ts';
import { useLibraryWords } from './use-library-words.ts';

type Shown = {
  readonly kind: Kind;
  readonly title: string;
  readonly url?: string | undefined;
  readonly citation?: string | undefined;
};

const Playable = ({ assetId, page }: { assetId: string; page: string | undefined }) => {
  const loaded = useResource(() => api.getPlayable({ params: { assetId } }), [assetId]);
  return (
    <Loaded of={loaded}>
      {(asset) => (
        <>
          <Material asset={asset} />
          {page && (
            <TakeAlong
              subject={{
                ...{ id: `recording ${assetId}`, title: asset.title, href: page },
                recordings: [asset],
              }}
            />
          )}
        </>
      )}
    </Loaded>
  );
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

/** A page of somebody else: opened beside this one, which tells it nothing of who came. */
const Outside = ({ url }: { url: string }) => {
  const t = useLibraryWords();
  return (
    <p class="material-link">
      <a class="btn" href={url} target="_blank" rel="noopener noreferrer external">
        {t.openLink}
        <Icon name="forward" size={20} />
      </a>
      <span class="muted small">{t.opensAway(hostOf(url))}</span>
    </p>
  );
};

type ViewerProps = {
  readonly material: Shown;
  readonly assetId?: string | undefined;
  /** The address of the page that shows it, which whoever takes it along comes back to. */
  readonly page?: string;
};

/** What a material holds, in the way that its kind is looked at. */
export const MaterialViewer = ({ material, assetId, page }: ViewerProps) => {
  const t = useLibraryWords();
  if (assetId) return <Playable assetId={assetId} page={page} />;
  const { url, citation } = material;
  return (
    <div class="card card-main stack">
      {citation && (
        <>
          <p class="muted small">{t.citation}</p>
          <blockquote class="citation">{citation}</blockquote>
        </>
      )}
      {url && <Outside url={url} />}
    </div>
  );
};
