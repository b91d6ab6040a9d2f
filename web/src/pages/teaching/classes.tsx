import './teaching.css';
import type { SchoolClass } from '../../../../services/people/contract.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { saysCode } from '../../learning/class-name.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Stairs } from '../../ui/stairs.tsx';
import { QUIET_DAYS } from './quiet-days.ts';
import { classSentence } from './roster.ts';

/** Steps of the stair on a card, whatever the size of the class. */
const STEPS = 10;

type ClassSummary = BodyOf<'listClassSummaries'>['classes'][number];

/** A class that has not been counted, or whose count could not be read, says nothing of how it stands. */
const ClassCard = ({ one, summary }: { one: SchoolClass; summary: ClassSummary | undefined }) => {
  const { teaching: t } = useMessages();
  const { classId, code, name, learnerCount } = one;
  const isSaid = saysCode(one);
  return (
    <li>
      <a class="card class-card" href={`/lop/${classId}`}>
        <span class="class-card-code">{isSaid ? name : code}</span>
        <span class="class-card-name">
          {!isSaid && <b>{name}</b>}
          <span class="muted small">{t.learners(learnerCount)}</span>
        </span>
        {summary && learnerCount > 0 && (
          <Stairs
            done={Math.floor((summary.completed * STEPS) / learnerCount)}
            of={STEPS}
            label={t.doneOf(summary.completed, learnerCount)}
          />
        )}
        {summary && <span>{classSentence({ ...summary, learners: learnerCount }, QUIET_DAYS, t)}</span>}
      </a>
    </li>
  );
};

/** A teacher's classes, each with a sentence on how it stands. */
const ClassesPage = () => {
  const { teaching: t } = useMessages();
  const loaded = useResource(() => api.listClasses(), []);
  const summaries = useResource(() => api.listClassSummaries({ query: { quietDays: QUIET_DAYS } }), []);
  // Cards that grew when their sentences came would push each other away under the finger.
  const isCounting = summaries.data === undefined && !summaries.problem;
  const { data: _, ...notYet } = loaded;
  return (
    <Page title={t.title} lead={t.lead}>
      <Loaded of={isCounting ? notYet : loaded}>
        {({ classes }) =>
          classes.length === 0 ? (
            <Nothing text={t.none} />
          ) : (
            <div class="stack">
              <Refusal problem={summaries.problem} />
              <ul class="class-cards">
                {classes.map((one) => (
                  <ClassCard
                    key={one.classId}
                    one={one}
                    summary={summaries.data?.classes.find(({ classId }) => classId === one.classId)}
                  />
                ))}
              </ul>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
};
export default ClassesPage;
