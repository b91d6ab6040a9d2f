import type { MediaAsset } from '../../../../services/media/contract.ts';
import { formatSpan } from '../../format/dates.ts';
import { formatRoom } from '../../format/numbers.ts';
import { language, type Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Column } from '../../table/column.ts';
import { DataTable, wholeList } from '../../table/data-table.tsx';
import { AssetActions, reasonOf, StatusChip, statusOf } from './asset-card.tsx';

const columnsFor = ({ media: t }: Messages): readonly Column<MediaAsset>[] => [
  { key: 'title', title: t.titleLabel, kind: 'text', value: ({ title }) => title },
  {
    key: 'status',
    title: t.columns.status,
    kind: 'text',
    value: (asset) => [statusOf(asset, t), reasonOf(asset, t)].filter(Boolean).join('. '),
    cell: (asset) => (
      <div class="stack-tight">
        <StatusChip asset={asset} />
        {asset.reason && <small>{reasonOf(asset, t)}</small>}
      </div>
    ),
  },
  {
    key: 'length',
    title: t.columns.length,
    kind: 'text',
    value: ({ durationMs }) => (durationMs === undefined ? undefined : formatSpan(durationMs)),
    sortBy: ({ durationMs }) => durationMs,
  },
  {
    key: 'size',
    title: t.columns.size,
    kind: 'text',
    value: ({ bytes }) => formatRoom(bytes, language.get()),
    sortBy: ({ bytes }) => bytes,
  },
  { key: 'at', title: t.columns.at, kind: 'instant', value: ({ createdAt }) => createdAt },
];

type Props = {
  readonly assets: readonly MediaAsset[];
  readonly resumeOf: (asset: MediaAsset) => ((file: File) => void) | undefined;
};

/** The queue at a desk: to be sorted, filtered and taken along. */
export const AssetTable = ({ assets, resumeOf }: Props) => {
  const messages = useMessages();
  const { media: t } = messages;
  return (
    <DataTable
      title={t.queue}
      columns={columnsFor(messages)}
      pages={wholeList(assets)}
      rowKey={({ assetId }) => assetId}
      none={t.empty}
      start={{ key: 'at', direction: 'descending' }}
      action={(asset) => {
        const onResume = resumeOf(asset);
        return <AssetActions asset={asset} {...(onResume && { onResume })} />;
      }}
    />
  );
};
