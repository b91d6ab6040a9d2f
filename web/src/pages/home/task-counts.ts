import type { Role } from '../../../../shared/contract/roles.ts';
import { api } from '../../api/api.ts';
import { currentPersonId } from '../../session/session.ts';
import { awayOf, notAway } from '../upload/put-away.ts';

/** What is known of a task before its page is opened: facts, the words are the catalogue's. */
export type TaskCount =
  | { readonly kind: 'recordings'; readonly working: number; readonly failed: number }
  | { readonly kind: 'campaigns'; readonly open: number; readonly touches: number }
  | { readonly kind: 'classes'; readonly classes: number; readonly behind: number }
  | { readonly kind: 'courses'; readonly courses: number }
  | { readonly kind: 'materials'; readonly waiting: number }
  | { readonly kind: 'report'; readonly day: string };

type Source = { readonly roles: readonly Role[]; readonly count: () => Promise<TaskCount | undefined> };

const recordings = async (): Promise<TaskCount | undefined> => {
  const answer = await api.listMedia();
  if (!answer.ok) return undefined;
  const assets = notAway(answer.body.assets, awayOf(currentPersonId() ?? ''));
  const has = (...states: readonly string[]) => assets.filter(({ status }) => states.includes(status)).length;
  return { kind: 'recordings', working: has('received', 'transcoding'), failed: has('failed', 'rejected') };
};

const campaigns = async (): Promise<TaskCount | undefined> => {
  const answer = await api.listCampaigns();
  if (!answer.ok) return undefined;
  const open = answer.body.campaigns.filter(({ status }) => status === 'open');
  return {
    kind: 'campaigns',
    open: open.length,
    touches: open.reduce((sum, { touches }) => sum + touches, 0),
  };
};

const classes = async (): Promise<TaskCount | undefined> => {
  const answer = await api.listClassSummaries({ query: {} });
  if (!answer.ok) return undefined;
  const behind = answer.body.classes.reduce((sum, one) => sum + one.behind, 0);
  return { kind: 'classes', classes: answer.body.classes.length, behind };
};

const courses = async (): Promise<TaskCount | undefined> => {
  const answer = await api.listCourses();
  return answer.ok ? { kind: 'courses', courses: answer.body.courses.length } : undefined;
};

const materials = async (): Promise<TaskCount | undefined> => {
  const answer = await api.listDeskMaterials({ query: { of: 'waiting' } });
  return answer.ok ? { kind: 'materials', waiting: answer.body.materials.length } : undefined;
};

const report = async (): Promise<TaskCount | undefined> => {
  const answer = await api.listReports();
  const [newest] = answer.ok ? answer.body.reports : [];
  return newest && { kind: 'report', day: newest.day };
};

/** Where the count of a task comes from, for the roles whose account may ask. Tasks without a route have no count. */
const SOURCES: Readonly<Record<string, Source>> = {
  '/tai-len': { roles: ['content-staff', 'teacher'], count: recordings },
  '/hoc-lieu': { roles: ['training-head', 'content-staff', 'director'], count: materials },
  '/chien-dich': { roles: ['youth-union', 'director', 'training-head', 'content-staff'], count: campaigns },
  '/lop': { roles: ['teacher'], count: classes },
  '/hoc-vien': { roles: ['training-head', 'director'], count: classes },
  '/soan-khoa-hoc': { roles: ['training-head', 'teacher'], count: courses },
  '/bao-cao': { roles: ['director', 'training-head', 'finance-head'], count: report },
};

/** Whether something is known of a task before its page is opened. */
export const isCounted = (href: string, roles: readonly Role[]): boolean =>
  SOURCES[href]?.roles.some((role) => roles.includes(role)) ?? false;

/** The counts of these tasks, as far as the roles may know and the services answer. */
export const countTasks = async (
  hrefs: readonly string[],
  roles: readonly Role[],
): Promise<ReadonlyMap<string, TaskCount>> => {
  const counted = await Promise.all(
    hrefs.map(async (href) => {
      const source = SOURCES[href];
      if (!source || !isCounted(href, roles)) return [];
      const count = await source.count();
      return count ? [[href, count] as const] : [];
    }),
  );
  return new Map(counted.flat());
};
