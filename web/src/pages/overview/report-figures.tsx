import type { BodyOf } from '../../api/types.ts';
import { formatCount } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';

type Figure = Pick<BodyOf<'getOverview'>['figures'][number], 'code' | 'value'>;

/** The figures of one day, each by its name. */
export const ReportFigures = ({ figures }: { figures: readonly Figure[] }) => {
  const { overview: t } = useMessages();
  const shown = useStore(language);
  return (
    <ul class="report-figures">
      {figures.map(({ code, value }) => (
        <li key={code}>
          <span>{t.names[code] ?? code}</span>
          <b class="number">{value === null ? t.noData : formatCount(value, shown)}</b>
        </li>
      ))}
    </ul>
  );
};
