import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import type { Column } from '../../table/column.ts';
import { DataTable, wholeList } from '../../table/data-table.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { type QuizResult, resultsByQuiz } from './results.ts';
import type { Learner } from './roster.ts';

type Courses = BodyOf<'getClassProgress'>['courses'];
type Named = QuizResult & { readonly quizTitle: string; readonly courseTitle: string };

/** Titles of the courses' quizzes by quiz. */
const loadTitles = async (courses: Courses) => {
  const answers = await Promise.all(
    courses.map(({ courseId }) => api.listCourseQuizzes({ params: { courseId } })),
  );
  const titles = new Map<string, string>();
  for (const answer of answers) {
    if (!answer.ok) return answer;
    for (const { quizId, title } of answer.body.quizzes) titles.set(quizId, title);
  }
  return { ok: true as const, body: titles };
};

const columnsFor = (t: Messages['teaching']['results']): readonly Column<Named>[] => [
  {
    key: 'quiz',
    title: t.quiz,
    kind: 'text',
    value: ({ quizTitle }) => quizTitle,
    cell: ({ quizId, quizTitle }) => (
      <a class="link-alone" href={`/phan-tich/${quizId}`}>
        {quizTitle}
      </a>
    ),
  },
  // Two courses may name their quizzes alike.
  { key: 'course', title: t.course, kind: 'text', value: ({ courseTitle }) => courseTitle },
  { key: 'taken', title: t.taken, kind: 'count', value: ({ taken }) => taken },
  { key: 'passed', title: t.passed, kind: 'count', value: ({ passed }) => passed },
  { key: 'failed', title: t.failed, kind: 'count', value: ({ failed }) => failed },
  { key: 'average', title: t.average, kind: 'mark', value: ({ averageHundredths }) => averageHundredths },
  { key: 'best', title: t.best, kind: 'mark', value: ({ bestHundredths }) => bestHundredths },
  { key: 'attempts', title: t.attempts, kind: 'count', value: ({ attempts }) => attempts },
];

const sentenceOf = (learners: readonly Learner[], quizzes: number, t: Messages['teaching']['results']) => {
  const tried = learners.map(({ courses }) => [...courses.values()].flatMap((course) => course.quizzes));
  const taken = tried.filter((own) => own.some(({ bestHundredths }) => bestHundredths !== undefined));
  const passed = tried.filter((own) => own.some((quiz) => quiz.passed));
  return t.sentence(passed.length, taken.length, quizzes);
};

type Props = { readonly name: string; readonly learners: readonly Learner[]; readonly courses: Courses };

/** How the class did in each quiz. */
export const ResultsPart = ({ name, learners, courses }: Props) => {
  const { teaching } = useMessages();
  const t = teaching.results;
  const results = resultsByQuiz(learners);
  const titles = useResource(() => loadTitles(courses), [courses]);
  if (results.length === 0) return <Nothing text={t.none} />;
  return (
    <Loaded of={titles}>
      {(known) => (
        <div class="stack">
          <p class="strong">{sentenceOf(learners, results.length, t)}</p>
          <DataTable
            title={teaching.resultsOf(name)}
            columns={columnsFor(t)}
            pages={wholeList(
              results.map((result) => ({
                ...result,
                quizTitle: known.get(result.quizId) ?? '',
                courseTitle: courses.find(({ courseId }) => courseId === result.courseId)?.title ?? '',
              })),
            )}
            rowKey={({ quizId }) => quizId}
            none={t.none}
            action={({ quizId, quizTitle }) => (
              <a
                class="link-alone"
                href={`/ket-qua/${quizId}`}
                aria-label={teaching.results.seeOf(quizTitle)}
              >
                {teaching.results.see}
              </a>
            )}
          />
          <p class="muted small">{t.rule}</p>
        </div>
      )}
    </Loaded>
  );
};
