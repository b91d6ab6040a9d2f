import type { MediaAsset } from '../../../../services/media/contract.ts';
import { formatFileSize } from '../../format/file-size.ts';
import { wholePercent } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { Section } from '../../ui/page.tsx';
import { Bar } from '../../ui/stairs.tsx';
import type { Upload } from '../../upload/upload.ts';
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
  const shown = useStore(language);
  const { count, bytes, sentBytes } = uploads.list.progress();
  const size = (n: number) => formatFileSize(n, shown);
  return (
    <Section title={t.going}>
      <div class="stack">
        <p class="strong">{t.goingSentence(count, wholePercent(sentBytes, bytes))}</p>
        {count > 0 && (
          <>
            <Bar percent={bytes && Math.floor((1000 * sentBytes) / bytes) / 10} label={t.going} />
            <p class="muted small number">{t.sentOf(size(sentBytes), size(bytes))}</p>
            <p class="muted">{t.mayLeave}</p>
          </>
        )}
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
