import type { MediaAsset } from '../../../../services/media/contract.ts';
import { formatFileSize } from '../../format/file-size.ts';
import { wholePercent } from '../../format/numbers.ts';
import { language, type Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { Refusal } from '../../ui/notice.tsx';
import { Bar } from '../../ui/stairs.tsx';
import { roughly, secondsLeft } from '../../upload/pace.ts';
import { STORE_REFUSES } from '../../upload/send-file.ts';
import { isOver, type Phase, type Upload } from '../../upload/upload.ts';
import type { Uploads } from '../../upload/uploads.ts';
import { AssetLink, AssetProgress, reasonOf, StatusChip } from './asset-card.tsx';
import { UploadActions } from './upload-actions.tsx';

type Props = {
  readonly upload: Upload;
  readonly uploads: Uploads;
  /** Where it stands once it was sent. */
  readonly asset: MediaAsset | undefined;
};

const LOOKS: Readonly<Partial<Record<Phase, string>>> = {
  refused: 'chip-vermilion',
  retrying: 'chip-sophora',
  busy: 'chip-sophora',
  paused: 'chip-sophora',
  allow: 'chip-sophora',
  choose: 'chip-sophora',
  sent: 'chip-leaf',
  duplicate: 'chip-leaf',
  twin: 'chip-sophora',
};

/** What happens to a file, in words. */
const phaseWords = (upload: Upload, { uploading }: Messages): string => {
  const { phase, readBytes, sentBytes, bytes, fileName, assetId } = upload;
  const t = uploading.phases;
  if (phase === 'reading') return t.reading(wholePercent(readBytes, bytes));
  if (phase === 'sending') return t.sending(wholePercent(sentBytes, bytes));
  if (phase === 'choose') return t.choose(fileName);
  if (phase === 'paused' && !assetId) return uploading.pausedUnsent;
  return phase === 'draft' ? t.waiting : t[phase];
};

/** How much has gone out, how fast, and how long the rest takes. */
const Going = ({ upload }: { upload: Upload }) => {
  const { uploading: t } = useMessages();
  const shown = useStore(language);
  const { sentBytes, bytes, pace, phase } = upload;
  const size = (n: number) => formatFileSize(n, shown);
  const left = pace && phase === 'sending' ? secondsLeft(pace, bytes - sentBytes) : undefined;
  const facts = [
    t.sentOf(size(sentBytes), size(bytes)),
    left !== undefined && pace?.speed !== undefined && t.speed(size(pace.speed)),
    left !== undefined && t.left(roughly(left)),
  ];
  return (
    <>
      <Bar percent={wholePercent(sentBytes, bytes)} label={upload.title} />
      <p class="muted small number">{facts.filter(Boolean).join(' · ')}</p>
    </>
  );
};

/** What has become of a file since it was sent. Its own page leads on: the library hears a moment later that it is ready. */
const Sent = ({ asset }: { asset: MediaAsset }) => {
  const { media, uploading: t } = useMessages();
  const reason = reasonOf(asset, media);
  return (
    <>
      <AssetProgress asset={asset} />
      {reason && <p>{reason}</p>}
      {asset.status === 'ready' && <p>{t.appraisal}</p>}
    </>
  );
};

/** The same file is here already, so nothing of it was sent. */
const Duplicate = ({ of: { assetId, title } }: { of: NonNullable<Upload['duplicateOf']> }) => {
  const { uploading: t } = useMessages();
  return (
    <p>
      {t.duplicate} <a href={`/tai-len/${assetId}`}>{title}</a>
    </p>
  );
};

/** Why a file was not taken: by the service, or by the store that its parts go to. */
const Refused = ({ problem }: Pick<Upload, 'problem'>) => {
  const { uploading: t } = useMessages();
  const isOfStore = problem?.code === STORE_REFUSES;
  return <Refusal problem={isOfStore ? { ...problem, title: t.storeRefuses } : problem} />;
};

/** One file from its form to the lesson that can be watched. */
export const UploadCard = ({ upload, uploads, asset }: Props) => {
  const messages = useMessages();
  const { uploading } = messages;
  const { phase, title, sentBytes, duplicateOf } = upload;
  const after = phase === 'sent' ? asset : undefined;
  return (
    <li class="card stack-tight upload-card" aria-label={title} data-row>
      <div class="row spread">
        <b class="upload-name">{title}</b>
        {after ? (
          <StatusChip asset={after} isSpoken />
        ) : (
          <span class={`chip ${LOOKS[phase] ?? 'chip-indigo'}`}>{phaseWords(upload, messages)}</span>
        )}
      </div>
      {after && <Sent asset={after} />}
      {(phase === 'sending' || sentBytes > 0) && !isOver(upload) && <Going upload={upload} />}
      {duplicateOf && <Duplicate of={duplicateOf} />}
      {upload.twinOf !== undefined && <p>{uploading.twin(upload.twinOf)}</p>}
      {phase === 'refused' && <Refused problem={upload.problem} />}
      <div class="row">
        <UploadActions upload={upload} uploads={uploads} asset={after} />
        {after && <AssetLink asset={after} />}
      </div>
    </li>
  );
};
