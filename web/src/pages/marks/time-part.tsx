import { useState } from 'preact/hooks';
import { compareNames } from '#shared/text/vietnamese.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { SelectField } from '../../ui/fields.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { GrantForm } from './grant-form.tsx';
import { createNameBook } from './name-book.ts';

type Classes = BodyOf<'listClasses'>['classes'];
type Member = BodyOf<'listClassMembers'>['members'][number];
/** The name of a member of staff, where the caller's classes tell it. */
type NameOf = (personId: string) => string | undefined;
type OfQuiz = { readonly quizId: string };

type ChoiceProps = OfQuiz & { readonly learners: readonly Member[]; readonly nameOf: NameOf };

const LearnerChoice = ({ quizId, learners, nameOf }: ChoiceProps) => {
  const { marks: t } = useMessages();
  const [chosen, setChosen] = useState('');
  const learner = learners.find(({ personId }) => personId === chosen) ?? learners[0];
  if (!learner) return <Nothing text={t.time.noLearners} />;
  return (
    <>
      <SelectField
        label={t.learner}
        value={learner.personId}
        choices={learners.map(({ personId, fullName }) => ({ value: personId, text: fullName }))}
        onValue={setChosen}
      />
      <GrantForm key={learner.personId} quizId={quizId} learner={learner} nameOf={nameOf} />
    </>
  );
};

const ClassChoice = ({ quizId, classes }: OfQuiz & { classes: Classes }) => {
  const { marks: t } = useMessages();
  const [chosen, setChosen] = useState('');
  const classId = chosen || classes[0]?.classId;
  const [namesOf] = useState(() => createNameBook(false));
  // The list of decisions is there before the names of who decided.
  const names = useResource(() => namesOf([]), []);
  const members = useResource(classId ? () => api.listClassMembers({ params: { classId } }) : undefined, [
    classId,
  ]);
  if (!classId) return <Nothing text={t.time.noClasses} />;
  return (
    <div class="narrow stack">
      <p>{t.time.lead}</p>
      <SelectField
        label={t.class}
        value={classId}
        choices={classes.map((one) => ({ value: one.classId, text: one.name }))}
        onValue={setChosen}
      />
      <Loaded of={members}>
        {(loaded) => (
          <LearnerChoice
            key={classId}
            quizId={quizId}
            nameOf={(personId) => names.data?.get(personId)?.fullName}
            learners={loaded.members
              .filter(({ as }) => as === 'learner')
              .sort((a, b) => compareNames(a.fullName, b.fullName))}
          />
        )}
      </Loaded>
    </div>
  );
};

/** More time at a quiz for one learner of a class, with what was decided about it before. */
export const TimePart = ({ quiz: { quizId } }: { quiz: OfQuiz }) => {
  const classes = useResource(() => api.listClasses(), []);
  return <Loaded of={classes}>{(loaded) => <ClassChoice quizId={quizId} classes={loaded.classes} />}</Loaded>;
};
