import type { MediaAsset } from '../../../../services/media/contract.ts';
import { formatSpan } from '../../format/dates.ts';
import { formatFileSize } from '../../format/file-size.ts';
import { language, type Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Pages } from '../../state/use-pages.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { titleFrom } from '../../upload/details.ts';
import { AssetLink, AssetProgress, reasonOf, StatusChip, statusOf } from './asset-card.tsx';
import { isUseless } from './put-away.ts';
import { PutAway } from './put-away-button.tsx';

const columnsFor = ({ media: t }: Messages): readonly Column<MediaAsset>[] => [
  {
    key: 'title',
    title: t.titleLabel,
    kind: 'text',
    value: ({ title }) => title,
    cell: ({ title, fileName }) =>
      titleFrom(fileName) === title ? (
        title
      ) : (
        <span class="stack-tight">
          {title}
          <small class="muted file-name">{fileName}</small>
        </span>
      ),
  },
  {
    key: 'status',
    title: t.columns.status,
    kind: 'text',
    value: (asset) => [statusOf(asset, t), reasonOf(asset, t)].filter(Boolean).join('. '),
    cell: (asset) => (
      <div class="stack-tight">
        <StatusChip asset={asset} />
        <AssetProgress asset={asset} />
        {asset.reason && <small>{reasonOf(asset, t)}</small>}
      </div>
    ),
  },
  {
    key: 'kind',
    title: t.columns.kind,
    kind: 'text',
    value: ({ kind }) => kind && t.kinds[kind],
  },
  {
    key: 'length',
    title: t.columns.length,
    kind: 'text',
    value: ({ durationMs }) => (durationMs ? formatSpan(durationMs) : undefined),
    sortBy: ({ durationMs }) => durationMs,
  },
  {
    key: 'size',
    title: t.columns.size,
    kind: 'text',
    value: ({ bytes }) => formatFileSize(bytes, language.get()),
    sortBy: ({ bytes }) => bytes,
  },
  { key: 'at', title: t.columns.at, kind: 'instant', value: ({ createdAt }) => createdAt },
];

type Props = {
  readonly pages: Pages<MediaAsset>;
  /** Absent for those who send nothing: what is of no use is not theirs. */
  readonly onPutAway: ((assetId: string) => void) | undefined;
  /** Files that stand above as well, where they are put away in both places. */
  readonly above: ReadonlySet<string | undefined>;
};

/** The queue: sorted, searched and taken along; on phones each recording is a card. */
export const AssetTable = ({ pages, onPutAway, above }: Props) => {
  const messages = useMessages();
  const { media: t } = messages;
  return (
    <DataTable
      title={t.queue}
      columns={columnsFor(messages)}
      pages={pages}
      rowKey={({ assetId }) => assetId}
      none={t.noneOfThese}
      start={{ key: 'at', direction: 'descending' }}
      action={(asset) => (
        <div class="row">
          <AssetLink asset={asset} />
          {onPutAway && isUseless(asset) && !above.has(asset.assetId) && (
            <PutAway asset={asset} onPutAway={onPutAway} />
          )}
        </div>
      )}
    />
  );
};
