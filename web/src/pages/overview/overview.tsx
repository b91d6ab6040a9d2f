import './overview.css';
import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { formatInstant } from '../../format/dates.ts';
import { language, type Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { usePainted } from '../../state/use-painted.ts';
import { isAnswered, usePolling, useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { ClassChart } from './class-chart.tsx';
import { DayChart } from './day-chart.tsx';
import { DecisionList } from './decision-list.tsx';
import { decisionsOf, type Facts } from './decisions.ts';
import { JourneyChart } from './journey-chart.tsx';
import { NumberCards } from './number-cards.tsx';
import { factsOf, readFacts } from './overview-facts.ts';
import { type Story, storyOf } from './sentence.ts';
import { SourceTable } from './source-table.tsx';
import { type Overview, targetOf } from './standing.ts';
import { TargetForm } from './target-form.tsx';

/** How often the numbers are asked for while the page is looked at, and the facts behind the decisions. Milliseconds. */
const NUMBERS_MS = 5_000;
const FACTS_MS = 60_000;

const sentenceOf = (story: Story, t: Messages['overview']): string => {
  if (story.kind === 'none') return t.sentenceNone;
  if (story.kind === 'plain') return t.sentence(story.seats, story.submitted);
  const name = t.names[story.code] ?? story.code;
  if (story.kind === 'short') return t.sentenceShort(story.value, name, story.missing, story.target);
  return t.sentenceReached(story.value, name, story.of);
};

const useRoles = () => {
  const who = useStore(session);
  return who.state === 'in' ? who.roles : [];
};

const Targets = ({ overview, onSaved }: { overview: Overview; onSaved: () => Promise<void> }) => {
  const { overview: t } = useMessages();
  const isDirector = useRoles().includes('director');
  const hasNone = overview.targets.every(({ value }) => value === null);
  // Open from the start where there is none; setting the first must not shut the form over its own answer.
  const [opens] = useState(hasNone);
  if (!isDirector) return null;
  return (
    <details class="card section no-print" open={opens}>
      <summary>{t.targets}</summary>
      <div class="stack">
        {hasNone && <p class="muted">{t.noTargets}</p>}
        <TargetForm overview={overview} onSaved={onSaved} />
      </div>
    </details>
  );
};

type PicturesProps = { readonly overview: Overview; readonly classes: Facts['classes'] };

const Pictures = ({ overview, classes }: PicturesProps) => (
  <>
    <div class="overview-charts">
      <JourneyChart overview={overview} />
      {classes && <ClassChart classes={classes} target={targetOf(overview, 'class-completion')} />}
    </div>
    <DayChart overview={overview} />
  </>
);

const OverviewView = ({ overview, onSaved }: { overview: Overview; onSaved: () => Promise<void> }) => {
  const { overview: t } = useMessages();
  const readsAll = useRoles().some((role) => role === 'director' || role === 'training-head');
  const opensClasses = useRoles().includes('training-head');
  const read = useResource(readsAll ? readFacts : undefined, [readsAll]);
  usePolling(read.reload, FACTS_MS, read.data !== undefined);
  const isPainted = usePainted();
  const facts = read.data && factsOf(read.data, overview, opensClasses);
  return (
    <>
      <Section title={t.figures}>
        <NumberCards overview={overview} />
      </Section>
      {readsAll && <DecisionList decisions={facts && decisionsOf(facts)} unread={read.data?.unread ?? []} />}
      {isPainted && <Pictures overview={overview} classes={facts?.classes} />}
      {isPainted && <Targets overview={overview} onSaved={onSaved} />}
      {isPainted && <SourceTable overview={overview} />}
    </>
  );
};

const Actions = () => {
  const { overview: t, common } = useMessages();
  return (
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
  );
};

/** The director's page: a sentence, the numbers, what waits for a decision, then the pictures. Prints on A4. */
const OverviewPage = () => {
  const { overview: t } = useMessages();
  const shown = useStore(language);
  const loaded = useResource(() => api.getOverview(), []);
  usePolling(loaded.reload, NUMBERS_MS, loaded.data !== undefined);
  return (
    <Page
      title={loaded.data ? sentenceOf(storyOf(loaded.data), t) : t.title}
      lead={loaded.data && t.asOf(loaded.data.schoolYear, formatInstant(loaded.data.asOf, shown))}
      // With the sentence, which is longer than the heading before it and would push them down.
      actions={isAnswered(loaded) && <Actions />}
    >
      <Loaded of={loaded}>
        {(overview) => <OverviewView overview={overview} onSaved={loaded.reload} />}
      </Loaded>
    </Page>
  );
};
export default OverviewPage;
