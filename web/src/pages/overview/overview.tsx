import './overview.css';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { formatInstant } from '../../format/dates.ts';
import { formatCount } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { usePolling, useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { DayChart } from './day-chart.tsx';

type Overview = BodyOf<'getOverview'>;
type Figure = Overview['figures'][number];

const Tile = ({ figure }: { figure: Figure }) => {
  const { overview: t } = useMessages();
  const shown = useStore(language);
  const { code, value, source } = figure;
  return (
    <li class="card figure">
      <b class={value === null ? 'figure-none' : 'number'}>
        {value === null ? t.noData : formatCount(value, shown)}
      </b>
      <span class="muted">{t.names[code] ?? code}</span>
      <details>
        <summary>{t.source}</summary>
        <p class="small">{t.counted(source.events.join(', '))}</p>
        {source.watermark && <p class="small">{t.watermark(formatInstant(source.watermark, shown))}</p>}
      </details>
    </li>
  );
};

const OverviewView = ({ overview }: { overview: Overview }) => {
  const { overview: t } = useMessages();
  return (
    <>
      <Section title={t.figures}>
        <ul class="figures">
          {overview.figures.map((figure) => (
            <Tile key={figure.code} figure={figure} />
          ))}
        </ul>
      </Section>
      <DayChart overview={overview} />
    </>
  );
};

/** The director's page: a sentence, then the figures with their sources, then the days. Without data it says so. */
const OverviewPage = () => {
  const { overview: t, common } = useMessages();
  const shown = useStore(language);
  const loaded = useResource(() => api.getOverview(), []);
  usePolling(loaded.reload, 5_000, loaded.data !== undefined);
  const value = (code: string) => loaded.data?.figures.find((figure) => figure.code === code)?.value ?? null;
  const seats = value('enrolments-confirmed');
  const sentence = seats === null ? t.sentenceNone : t.sentence(seats, value('attempts-submitted'));
  return (
    <Page
      title={loaded.data ? sentence : t.title}
      lead={loaded.data && t.asOf(loaded.data.schoolYear, formatInstant(loaded.data.asOf, shown))}
      actions={
        <>
          <Button look="quiet" small onClick={() => print()}>
            <Icon name="print" size={20} />
            {common.print}
          </Button>
          <a class="btn btn-small" href="/bao-cao">
            <Icon name="report" size={20} />
            {t.reports}
          </a>
        </>
      }
    >
      <Loaded of={loaded}>{(overview) => <OverviewView overview={overview} />}</Loaded>
    </Page>
  );
};
export default OverviewPage;
