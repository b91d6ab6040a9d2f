import { dayOf } from '#shared/time/local-time.ts';
import type { DomainLevel, Placement } from '../../../../services/quizzes/contract.ts';
import { api } from '../../api/api.ts';
import { formatDay } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { Stairs } from '../../ui/stairs.tsx';
import { lookOf } from '../courses/domain-look.ts';
import { LEVELS, standOf, stepsOf } from './stand.ts';
import { usePlacementWords } from './use-placement-words.ts';

type Told = Omit<Placement, 'waiting'>;

const DomainRow = ({ of }: { of: DomainLevel }) => {
  const { courses } = useMessages();
  const t = usePlacementWords();
  const { domain, isMeasured, level } = of;
  const { icon, tint } = lookOf(domain);
  const steps = stepsOf(of);
  const words = level ? t.levels[level] : t.beginning;
  return (
    <li class="card placement-domain">
      <span class={`course-sign tint-${tint}`}>
        <Icon name={icon} size={26} />
      </span>
      <div>
        <b>{courses.domains[domain]}</b>
        <p class="muted">{isMeasured ? words : t.notMeasured}</p>
      </div>
      {isMeasured && (
        <Stairs isReached done={steps} of={LEVELS.length} label={t.stairs(steps, LEVELS.length)} />
      )}
    </li>
  );
};

/** Where the person stands, in a sentence, and the one course to go on with. */
const Advice = ({ levels }: { levels: readonly DomainLevel[] }) => {
  const { courses: words } = useMessages();
  const t = usePlacementWords();
  const catalogue = useResource(() => api.listCourses(), []);
  const stand = standOf(levels, catalogue.data?.courses ?? []);
  const { strongest, learnFirst, course } = stand ?? {};
  const first = strongest ? t.strongest(words.domains[strongest]) : t.evenly;
  return (
    <section class="card card-main stack" aria-label={t.result}>
      <p class="strong">{stand ? first : t.nothingKnown}</p>
      {learnFirst && <p>{t.learnFirst(words.domains[learnFirst])}</p>}
      <a class="btn" href={course ? `/khoa-hoc/${course.slug}` : '/khoa-hoc'}>
        {course ? t.course(course.title) : t.courses}
      </a>
    </section>
  );
};

type AgainProps = { readonly placement: Told; readonly busy: boolean; readonly onAgain: () => void };

const Again = ({ placement: { repeatableFrom }, busy, onAgain }: AgainProps) => {
  const t = usePlacementWords();
  const shown = useStore(language);
  if (repeatableFrom && repeatableFrom > new Date().toISOString())
    return <p class="muted">{t.againFrom(formatDay(dayOf(repeatableFrom), shown))}</p>;
  return (
    <Button look="quiet" busy={busy} onClick={onAgain}>
      {t.again}
    </Button>
  );
};

/** A level per domain as stairs, after a sentence and before everything else what to do with it. */
export const Levels = (props: AgainProps) => {
  const t = usePlacementWords();
  const { levels = [], finishedBy } = props.placement;
  return (
    <div class="stack">
      {finishedBy === 'deadline' && (
        <Notice>
          <p>{t.byDeadline}</p>
        </Notice>
      )}
      <Advice levels={levels} />
      <Section title={t.seeLevels}>
        <ul class="stack-tight">
          {levels.map((each) => (
            <DomainRow key={each.domain} of={each} />
          ))}
        </ul>
      </Section>
      <p class="muted">{t.roughly}</p>
      <Again {...props} />
    </div>
  );
};
