import type { BodyOf } from '../../api/types.ts';
import { language, type Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useMediaQuery } from '../../state/use-media-query.ts';
import type { Column } from '../../table/column.ts';
import { DataTable, WIDE, wholeList } from '../../table/data-table.tsx';
import { Section } from '../../ui/page.tsx';
import { countedText } from './counted-text.ts';
import { linkOf } from './links.ts';

type Channel = BodyOf<'getCampaign'>['channels'][number];

const COUNTERS = ['touches', 'scans', 'visitors', 'enrolments'] as const;

const columnsFor = ({ campaigns: t }: Messages): readonly Column<Channel>[] => [
  { key: 'label', title: t.channelLabel, kind: 'text', value: ({ label }) => label },
  { key: 'kind', title: t.channelKind, kind: 'text', value: ({ kind }) => t.kinds[kind] },
  ...COUNTERS.map(
    (key): Column<Channel> => ({
      key,
      title: t.columns[key],
      kind: 'count',
      value: (channel) => channel[key],
      cell: (channel) => countedText(channel[key], t, language.get()),
    }),
  ),
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
        pages={wholeList(channels.toSorted((a, b) => b.touches - a.touches))}
        rowKey={({ channelId }) => channelId}
        none={t.nothingCounted}
        start={{ key: 'enrolments', direction: 'descending' }}
      />
    </Section>
  );
};
