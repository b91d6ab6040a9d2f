import type { MediaAsset } from '../../../../services/media/contract.ts';
import { wholePercent } from '../../format/numbers.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Section } from '../../ui/page.tsx';
import { totalsOf, type Upload } from '../../upload/upload.ts';
import type { Uploads } from '../../upload/uploads.ts';
import { UploadCard } from './upload-card.tsx';

type Props = {
  readonly uploads: Uploads;
  readonly going: readonly Upload[];
  readonly assets: readonly MediaAsset[];
};

/** The files of this tab that are on their way, with one sentence about all of them. */
export const Going = ({ uploads, going, assets }: Props) => {
  const { uploading: t } = useMessages();
  const { count, bytes, sentBytes } = totalsOf(going);
  return (
    <Section title={t.going}>
      <div class="stack">
        <p class="strong">{t.goingSentence(count, wholePercent(sentBytes, bytes))}</p>
        {count > 0 && <p class="muted">{t.mayLeave}</p>}
        <ul class="stack upload-cards">
          {going.map((upload) => (
            <UploadCard
              key={upload.id}
              upload={upload}
              uploads={uploads}
              asset={assets.find(({ assetId }) => assetId === upload.assetId)}
            />
          ))}
        </ul>
      </div>
    </Section>
  );
};
