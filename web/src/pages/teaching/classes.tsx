import './teaching.css';
import type { ClassSummary } from '../../../../services/enrollment/contract.ts';
import type { SchoolClass } from '../../../../services/people/contract.ts';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Stairs } from '../../ui/stairs.tsx';
import { QUIET_DAYS } from './quiet-days.ts';
import { classSentence } from './roster.ts';

/** Steps of the stair on a card, whatever the size of the class. */
const STEPS = 10;

const ClassCard = ({ one, summary }: { one: SchoolClass; summary: ClassSummary | undefined }) => {
  const { teaching: t } = useMessages();
  const { classId, code, name, learnerCount } = one;
  const { completed = 0, behind = 0 } = summary ?? {};
  return (
    <li>
      <a class="card class-card" href={`/lop/${classId}`}>
        <span class="class-card-code">{code}</span>
        <span class="class-card-name">
          <b>{name}</b>
          <span class="muted small">{t.learners(learnerCount)}</span>
        </span>
        {learnerCount > 0 && (
          <Stairs
            done={Math.floor((completed * STEPS) / learnerCount)}
            of={STEPS}
            label={t.doneOf(completed, learnerCount)}
          />
        )}
        <span>{classSentence({ learners: learnerCount, completed, behind }, QUIET_DAYS, t)}</span>
      </a>
    </li>
  );
};

/** A teacher's classes, each with a sentence on how it stands. */
const ClassesPage = () => {
  const { teaching: t } = useMessages();
  const loaded = useResource(() => api.listClasses(), []);
  const summaries = useResource(() => api.listClassSummaries({ query: { quietDays: QUIET_DAYS } }), []);
  return (
    <Page title={t.title} lead={t.lead}>
      <Loaded of={loaded}>
        {({ classes }) =>
          classes.length === 0 ? (
            <Nothing text={t.none} />
          ) : (
            <Loaded of={summaries}>
              {(counted) => (
                <ul class="class-cards">
                  {classes.map((one) => (
                    <ClassCard
                      key={one.classId}
                      one={one}
                      summary={counted.classes.find(({ classId }) => classId === one.classId)}
                    />
                  ))}
                </ul>
              )}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  );
};
export default ClassesPage;
