import { api } from '../../api/api.ts';
import type { Refused } from '../../api/types.ts';
import { currentPersonId } from '../../session/session.ts';
import { awayOf, notAway } from '../upload/put-away.ts';
import { classStandings } from './class-standing.ts';
import type { Facts } from './decisions.ts';
import { openedReports } from './opened-reports.ts';
import { type Overview, targetOf } from './standing.ts';
import { type Source, unreadOf } from './unread.ts';

export type Read = Omit<Facts, 'classes' | 'now' | 'opensClasses'> & {
  readonly summaries?: Parameters<typeof classStandings>[0] | undefined;
  readonly classes?: Parameters<typeof classStandings>[1] | undefined;
  /** What should have been read and was not; decisions about these may be missing. */
  readonly unread: readonly Source[];
};

/** The courses with their runs, of which the list says nothing. One that does not come makes the whole one that did not. */
const readCourses = async () => {
  const list = await api.listCourses();
  if (!list.ok) return list;
  const answers = await Promise.all(
    list.body.courses.map(({ slug }) => api.getCourse({ params: { courseId: slug } })),
  );
  const courses = answers.flatMap((answer) => (answer.ok ? [answer.body] : []));
  return answers.find((answer): answer is Refused => !answer.ok) ?? { ok: true as const, body: { courses } };
};

/** Everything beside the figures that the page tells of. What an account may not read stays away without a word. */
export const readFacts = async (): Promise<{ readonly ok: true; readonly body: Read }> => {
  const [summaries, classes, courses, media, campaigns, reports] = await Promise.all([
    api.listClassSummaries({ query: { quietDays: 7 } }),
    api.listClasses(),
    readCourses(),
    api.listMedia(),
    api.listCampaigns(),
    api.listReports(),
  ]);
  return {
    ok: true,
    body: {
      summaries: summaries.ok ? summaries.body.classes : undefined,
      classes: classes.ok ? classes.body.classes : undefined,
      courses: courses.ok ? courses.body.courses : undefined,
      assets: media.ok ? notAway(media.body.assets, awayOf(currentPersonId() ?? '')) : undefined,
      campaigns: campaigns.ok ? campaigns.body.campaigns : undefined,
      reports: reports.ok ? reports.body.reports : undefined,
      openedReports: openedReports(),
      unread: unreadOf({
        classes: [summaries, classes],
        courses: [courses],
        media: [media],
        campaigns: [campaigns],
        reports: [reports],
      }),
    },
  };
};

/** What was read, set beside the figures and targets of the moment. */
export const factsOf = (
  { unread: _, summaries, classes, ...rest }: Read,
  overview: Overview,
  opensClasses: boolean,
): Facts => {
  const target = targetOf(overview, 'class-completion');
  return {
    ...rest,
    now: overview.asOf,
    opensClasses,
    classes: summaries && classes ? classStandings(summaries, classes, target) : undefined,
  };
};
