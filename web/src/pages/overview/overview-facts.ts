import { api } from '../../api/api.ts';
import { classStandings } from './class-standing.ts';
import type { Facts } from './decisions.ts';
import { openedReport } from './opened-report.ts';
import { type Overview, targetOf } from './standing.ts';

export type Read = Omit<Facts, 'classes' | 'now'> & {
  readonly summaries?: Parameters<typeof classStandings>[0] | undefined;
  readonly classes?: Parameters<typeof classStandings>[1] | undefined;
};

/** Everything beside the figures that the page tells of. What an account may not read stays away without a word. */
export const readFacts = async (): Promise<{ readonly ok: true; readonly body: Read }> => {
  const [summaries, classes, list, media, campaigns, reports] = await Promise.all([
    api.listClassSummaries({ query: { quietDays: 7 } }),
    api.listClasses(),
    api.listCourses(),
    api.listMedia(),
    api.listCampaigns(),
    api.listReports(),
  ]);
  const courses = list.ok
    ? await Promise.all(list.body.courses.map(({ slug }) => api.getCourse({ params: { courseId: slug } })))
    : [];
  return {
    ok: true,
    body: {
      summaries: summaries.ok ? summaries.body.classes : undefined,
      classes: classes.ok ? classes.body.classes : undefined,
      courses: courses.flatMap((answer) => (answer.ok ? [answer.body] : [])),
      assets: media.ok ? media.body.assets : undefined,
      campaigns: campaigns.ok ? campaigns.body.campaigns : undefined,
      reports: reports.ok ? reports.body.reports : undefined,
      openedReport: openedReport(),
    },
  };
};

/** What was read, set beside the figures and targets of the moment. */
export const factsOf = (read: Read, overview: Overview): Facts => {
  const { summaries, classes, ...rest } = read;
  const target = targetOf(overview, 'class-completion');
  return {
    ...rest,
    now: overview.asOf,
    classes: summaries && classes ? classStandings(summaries, classes, target) : undefined,
  };
};
