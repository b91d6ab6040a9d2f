import './courses.css';
import { useState } from 'preact/hooks';
import { matchesSearch } from '#shared/text/vietnamese.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { SearchField } from '../../ui/fields.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { CourseCard } from './course-card.tsx';

type Summary = BodyOf<'listCourses'>['courses'][number];

const CourseList = ({ courses }: { courses: readonly Summary[] }) => {
  const { courses: t } = useMessages();
  const [query, setQuery] = useState('');
  if (courses.length === 0) return <Nothing text={t.none} />;
  const found = courses.filter(({ title, summary }) => matchesSearch(`${title} ${summary}`, query));
  const inTitle = found.filter(({ title }) => matchesSearch(title, query));
  const ordered = [...inTitle, ...found.filter((course) => !inTitle.includes(course))];
  return (
    <div class="stack">
      <SearchField label={t.searchLabel} hint={t.searchHint} value={query} onValue={setQuery} />
      <p class="muted" role="status">
        {ordered.length === 0 ? t.noneFound : t.found(ordered.length)}
      </p>
      <ul class="course-list">
        {ordered.map((course) => (
          <li key={course.courseId}>
            <CourseCard course={course} />
          </li>
        ))}
      </ul>
    </div>
  );
};

/** All courses; the search needs no diacritics and finds words by their beginnings, titles first. */
const CoursesPage = () => {
  const { courses: t } = useMessages();
  const loaded = useResource(() => api.listCourses(), []);
  return (
    <Page title={t.title} lead={t.lead}>
      <Loaded of={loaded}>{({ courses }) => <CourseList courses={courses} />}</Loaded>
    </Page>
  );
};
export default CoursesPage;
