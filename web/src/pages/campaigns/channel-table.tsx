import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useMediaQuery } from '../../state/use-media-query.ts';
import type { Column } from '../../table/column.ts';
import { DataTable, WIDE, wholeList } from '../../table/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import { linkOf } from './links.ts';

type Channel = BodyOf<'getCampaign'>['channels'][number];

const columnsFor = ({ campaigns: t }: Messages): readonly Column<Channel>[] => [
  { key: 'label', title: t.channelLabel, kind: 'text', value: ({ label }) => label },
  { key: 'kind', title: t.channelKind, kind: 'text', value: ({ kind }) => t.kinds[kind] },
  { key: 'touches', title: t.columns.touches, kind: 'count', value: ({ touches }) => touches },
  { key: 'scans', title: t.columns.scans, kind: 'count', value: ({ scans }) => scans },
  { key: 'visitors', title: t.columns.visitors, kind: 'count', value: ({ visitors }) => visitors },
  { key: 'enrolments', title: t.columns.enrolments, kind: 'count', value: ({ enrolments }) => enrolments },
  {
    key: 'link',
    title: t.columns.link,
    kind: 'text',
    value: ({ link }) => linkOf(location.origin, link),
    cell: ({ link }) => <small class="tracked-link">{linkOf(location.origin, link)}</small>,
  },
];

/** All channels side by side, to be sorted and taken along for a report; phones have the cards alone. */
export const ChannelTable = ({ channels, title }: { channels: readonly Channel[]; title: string }) => {
  const messages = useMessages();
  const { campaigns: t } = messages;
  const isWide = useMediaQuery(WIDE);
  // Of one channel there is nothing to compare.
  if (!isWide || channels.length < 2) return null;
  return (
    <Section title={t.sideBySide}>
      <DataTable
        title={title}
        columns={columnsFor(messages)}
        pages={wholeList(channels)}
        rowKey={({ channelId }) => channelId}
        none={t.nothingCounted}
        start={{ key: 'enrolments', direction: 'descending' }}
      />
    </Section>
  );
};
