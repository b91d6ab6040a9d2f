import '../quiz/quiz.css';
import './placement.css';
import { useEffect, useState } from 'preact/hooks';
import type { Placement } from '../../../../services/quizzes/contract.ts';
import { api } from '../../api/api.ts';
import type { BodyOf, Problem } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useAction } from '../../state/use-action.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded, Nothing, OnlyFor, Waiting } from '../../ui/loaded.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Levels } from './levels.tsx';
import { type OnNext, Questions } from './question.tsx';
import { usePlacementWords } from './use-placement-words.ts';

type Diagnostic = NonNullable<BodyOf<'getCurrentDiagnostic'>['diagnostic']>;
type Starting = {
  readonly busy: boolean;
  readonly problem?: Problem | undefined;
  readonly onStart: () => void;
};

const Before = ({ of, busy, problem, onStart }: Starting & { of: Diagnostic }) => {
  const t = usePlacementWords();
  const { questions, adapts, noMark, unknown, pause } = t.rules;
  const rules = [
    questions(of.domains.length, of.questionsPerDomain),
    adapts,
    unknown,
    noMark,
    pause(of.hoursOpen),
  ];
  return (
    <section class="card card-main stack" aria-label={t.before}>
      <h2>{t.before}</h2>
      <ul class="rules">
        {rules.map((rule) => (
          <li key={rule}>
            <Icon name="tick" size={22} weight={3} />
            {rule}
          </li>
        ))}
      </ul>
      <Refusal problem={problem} />
      <Button full busy={busy} onClick={onStart}>
        {t.start}
      </Button>
    </section>
  );
};

/** Before the first placement: the rules, or that there is none to take. */
const NotYet = (starting: Starting) => {
  const t = usePlacementWords();
  const current = useResource(() => api.getCurrentDiagnostic(), []);
  return (
    <Loaded of={current}>
      {({ diagnostic }) =>
        diagnostic ? (
          <Before of={diagnostic} {...starting} />
        ) : (
          <Nothing text={t.none}>
            <a class="btn" href="/khoa-hoc">
              {t.courses}
            </a>
          </Nothing>
        )
      }
    </Loaded>
  );
};

type OpenProps = { readonly placementId: string; readonly onNext: OnNext };

/**
 * The question that waits, asked for: the list of placements has none. One that has ended meanwhile, by its time or on
 * another device, goes on to its levels.
 */
const Resumed = ({ placementId, onNext }: OpenProps) => {
  const { common } = useMessages();
  const t = usePlacementWords();
  const found = useResource(() => api.getPlacement({ params: { placementId } }), [placementId]);
  const { data } = found;
  useEffect(() => {
    if (data && !data.waiting) onNext(data, false);
  }, [data]);
  if (data?.waiting) return <Questions placement={data} isElsewhere={false} onNext={onNext} />;
  return (
    <Page title={t.title} back={{ href: '/', label: common.toStart }} narrow>
      <Loaded of={found}>{() => <Waiting />}</Loaded>
    </Page>
  );
};

/** From the rules through the questions to the levels, wherever the person had stopped. */
const OwnPlacement = () => {
  const t = usePlacementWords();
  const mine = useResource(() => api.listMyPlacements(), []);
  const [now, setNow] = useState<Placement>();
  const [isElsewhere, setElsewhere] = useState(false);
  const { run, busy, problem } = useAction();
  const start = async () => {
    const started = await run('start', () => api.startPlacement());
    if (started) goOn(started, false);
  };
  const goOn: OnNext = (next, wasElsewhere) => {
    setNow(next);
    setElsewhere(wasElsewhere);
  };
  const latest = now ?? mine.data?.placements[0];
  if (now?.waiting) return <Questions placement={now} isElsewhere={isElsewhere} onNext={goOn} />;
  if (latest?.status === 'open') return <Resumed placementId={latest.placementId} onNext={goOn} />;
  const starting = { busy, problem, onStart: () => void start() };
  return (
    <Page
      key={latest?.status ?? 'rules'}
      title={latest ? t.result : t.title}
      lead={latest ? undefined : t.lead}
      narrow
    >
      {latest ? (
        <>
          <Levels placement={latest} busy={busy} onAgain={() => void start()} />
          <Refusal problem={problem} />
        </>
      ) : (
        <Loaded of={mine}>{() => <NotYet {...starting} />}</Loaded>
      )}
    </Page>
  );
};

/** Finding out where one stands in each domain, and what to learn first. */
const PlacementPage = () => {
  const t = usePlacementWords();
  const who = useStore(session);
  if (who.state === 'in' && who.roles.includes('learner')) return <OwnPlacement key={who.personId} />;
  return (
    <Page title={t.title}>
      <OnlyFor roles={['learner']}>{null}</OnlyFor>
    </Page>
  );
};
export default PlacementPage;
