import { addDays, dayOf } from '#shared/time/local-time.ts';
import type { BodyOf } from '../../api/types.ts';
import type { ClassStanding } from './class-standing.ts';

type Course = BodyOf<'getCourse'>;
/** What could be read; what this account may not read, or what did not come, is absent and decides nothing. */
export type Facts = {
  readonly now: string;
  /** Whether the reader may open a class; who may not is led to the list of classes. */
  readonly opensClasses?: boolean | undefined;
  readonly classes?: readonly ClassStanding[] | undefined;
  readonly courses?: readonly Pick<Course, 'slug' | 'runs'>[] | undefined;
  readonly assets?: readonly BodyOf<'listMedia'>['assets'][number][] | undefined;
  readonly campaigns?: BodyOf<'listCampaigns'>['campaigns'] | undefined;
  readonly reports?: BodyOf<'listReports'>['reports'] | undefined;
  /** The report that was opened last on this device. */
  readonly openedReports?: readonly string[];
};

export type Decision = { readonly urgency: 'urgent' | 'look' | 'follow'; readonly href: string } & (
  | { readonly kind: 'class-below'; readonly name: string; readonly percent: number; readonly target: number }
  | { readonly kind: 'class-behind'; readonly name: string; readonly behind: number; readonly of: number }
  | { readonly kind: 'classes-more'; readonly count: number }
  | {
      readonly kind: 'run-empty';
      readonly code: string;
      readonly taken: number;
      readonly seats: number;
      readonly startsOn: string;
    }
  | { readonly kind: 'run-full'; readonly code: string; readonly waiting: number }
  | { readonly kind: 'recordings-failed'; readonly count: number; readonly title: string }
  | { readonly kind: 'campaign-silent'; readonly name: string; readonly closesOn: string }
  | { readonly kind: 'report'; readonly day: string }
);

/** A run that begins within so many days can still be filled by whoever hears of it now. */
const SOON_DAYS = 10;
/** A campaign needs so many days for its last touches to become learners. */
const LAST_DAYS = 14;
/** A queue of this many is a run of its own. */
const LONG_QUEUE = 5;

const CLASS_LIST = '/hoc-vien?muc=lop';

const ofEachClass = ({ classes = [], opensClasses }: Facts): Decision[] =>
  classes.flatMap(({ classId, name, percent, behind, learners, standing }): Decision[] => {
    const href = opensClasses ? `/lop/${classId}` : CLASS_LIST;
    if (standing.state === 'far' || standing.state === 'near') {
      const urgency = standing.state === 'far' ? 'urgent' : 'look';
      return [{ kind: 'class-below', urgency, name, percent, target: standing.target, href }];
    }
    if (standing.state === 'no-target' && behind * 2 > learners)
      return [{ kind: 'class-behind', urgency: 'look', name, behind, of: learners, href }];
    return [];
  });

/** So many classes are named one by one; the others are one matter. */
const NAMED_CLASSES = 3;

const ofClasses = (facts: Facts): Decision[] => {
  const each = ofEachClass(facts);
  const rest = each.length - NAMED_CLASSES;
  if (rest < 2) return each;
  return [
    ...each.slice(0, NAMED_CLASSES),
    { kind: 'classes-more', urgency: 'look', count: rest, href: CLASS_LIST },
  ];
};

const ofRuns = ({ courses = [], now }: Facts): Decision[] => {
  const today = dayOf(now);
  return courses.flatMap(({ slug, runs }) =>
    runs.flatMap((run): Decision[] => {
      const { code, seats, seatsTaken: taken, seatsLeft, waiting, startsOn, open } = run;
      const href = `/khoa-hoc/${slug}`;
      if (open && seatsLeft === 0 && waiting >= LONG_QUEUE)
        return [{ kind: 'run-full', urgency: 'urgent', code, waiting, href }];
      const isSoon = startsOn >= today && startsOn <= addDays(today, SOON_DAYS);
      if (open && isSoon && taken * 3 < seats)
        return [{ kind: 'run-empty', urgency: 'look', code, taken, seats, startsOn, href }];
      return [];
    }),
  );
};

const ofRecordings = ({ assets = [] }: Facts): Decision[] => {
  const failed = assets.filter(({ status }) => status === 'failed' || status === 'rejected');
  const [first] = failed;
  if (!first) return [];
  const { title, assetId } = first;
  return [
    { kind: 'recordings-failed', urgency: 'look', count: failed.length, title, href: `/tai-len/${assetId}` },
  ];
};

const ofCampaigns = ({ campaigns = [], now }: Facts): Decision[] => {
  const today = dayOf(now);
  return campaigns
    .filter(
      ({ status, touches, closesOn }) =>
        status === 'open' && touches === 0 && closesOn <= addDays(today, LAST_DAYS),
    )
    .map(({ name, closesOn, campaignId }) => ({
      kind: 'campaign-silent',
      urgency: 'look',
      name,
      closesOn,
      href: `/chien-dich/${campaignId}`,
    }));
};

const ofReports = ({ reports = [], openedReports = [] }: Facts): Decision[] => {
  const [newest] = reports;
  if (!newest || openedReports.includes(newest.reportId)) return [];
  return [{ kind: 'report', urgency: 'follow', day: newest.day, href: '/bao-cao' }];
};

const WEIGHT = { urgent: 0, look: 1, follow: 2 } as const;

/** What waits for somebody's word, the most urgent first. Facts only: nothing is estimated, nothing is remembered. */
export const decisionsOf = (facts: Facts): readonly Decision[] =>
  [ofClasses, ofRuns, ofRecordings, ofCampaigns, ofReports]
    .flatMap((find) => find(facts))
    .sort((a, b) => WEIGHT[a.urgency] - WEIGHT[b.urgency]);
