import './courses.css';
import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useResource } from '../../state/use-resource.ts';
import { SearchField } from '../../ui/fields.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { CourseCard } from './course-card.tsx';
import type { Domain } from './domain-look.ts';
import { domainsOf, findCourses } from './find-courses.ts';

type Summary = BodyOf<'listCourses'>['courses'][number];

type ChipsProps = {
  readonly domains: readonly Domain[];
  readonly chosen: Domain | undefined;
  readonly onChoose: (domain: Domain | undefined) => void;
};

/** What the courses are about; a second tap on the same one shows all again. */
const DomainChips = ({ domains, chosen, onChoose }: ChipsProps) => {
  const { courses: t } = useMessages();
  if (domains.length < 2) return null;
  return (
    <fieldset class="domain-chips">
      <legend class="unseen">{t.about}</legend>
      {domains.map((domain) => (
        <button
          key={domain}
          type="button"
          class="domain-chip"
          aria-pressed={domain === chosen}
          onClick={() => onChoose(domain === chosen ? undefined : domain)}
        >
          {t.domains[domain]}
        </button>
      ))}
    </fieldset>
  );
};

const CourseList = ({ courses }: { courses: readonly Summary[] }) => {
  const { courses: t } = useMessages();
  const [query, setQuery] = useState('');
  const [domain, setDomain] = useState<Domain>();
  if (courses.length === 0) return <Nothing text={t.none} />;
  const ordered = findCourses(courses, query, domain);
  return (
    <div class="stack">
      <SearchField label={t.searchLabel} hint={t.searchHint} value={query} onValue={setQuery} />
      <DomainChips domains={domainsOf(courses)} chosen={domain} onChoose={setDomain} />
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
