import { describe, expect, it } from 'vitest';
import { classStandings } from './class-standing.ts';
import { decisionsOf, type Facts } from './decisions.ts';

const NOW = '2026-11-26T02:00:00.000Z';
const kinds = (facts: Omit<Facts, 'now'>) => decisionsOf({ now: NOW, ...facts }).map(({ kind }) => kind);

const summary = (classId: string, learners: number, completed: number, behind = 0) => ({
  classId,
  learners,
  completed,
  behind,
  seated: learners,
  active: learners - behind,
});
const school = ['a', 'b', 'c'].map((classId) => ({
  classId,
  code: classId,
  name: `Lớp ${classId}`,
  teacherIds: [],
  learnerCount: 10,
}));
const run = (more: Partial<NonNullable<Facts['courses']>[number]['runs'][number]>) => ({
  runId: 'r',
  courseId: 'c',
  code: 'K-01',
  mode: 'in-person' as const,
  seats: 30,
  seatsTaken: 20,
  seatsLeft: 10,
  waiting: 0,
  startsOn: '2026-11-30',
  endsOn: '2026-12-20',
  open: true,
  ...more,
});
const courseWith = (...runs: ReturnType<typeof run>[]) => [{ slug: 'khoa', runs }];

describe('classes', () => {
  it('stand by the share that completed a course, the least first; empty classes are left out', () => {
    const standings = classStandings(
      [summary('a', 10, 7), summary('b', 10, 2), summary('c', 0, 0)],
      school,
      60,
    );
    expect(standings.map(({ name, percent, standing }) => [name, percent, standing.state])).toEqual([
      ['Lớp b', 20, 'far'],
      ['Lớp a', 70, 'reached'],
    ]);
  });

  it('lead to the class who may open it, and others to the list of classes', () => {
    const classes = classStandings([summary('a', 10, 1)], school, 60);
    const leads = (opensClasses: boolean) => decisionsOf({ now: NOW, classes, opensClasses })[0]?.href;
    expect([leads(true), leads(false)]).toEqual(['/lop/a', '/hoc-vien?muc=lop']);
  });

  it('below their target are to be decided on, urgently when far', () => {
    const classes = classStandings(
      [summary('a', 10, 5), summary('b', 10, 1), summary('c', 10, 9)],
      school,
      60,
    );
    const decisions = decisionsOf({ now: NOW, classes });
    expect(decisions).toMatchObject([
      { kind: 'class-below', urgency: 'urgent', name: 'Lớp b', percent: 10, target: 60 },
      { kind: 'class-below', urgency: 'look', name: 'Lớp a', percent: 50 },
    ]);
  });

  it('without a target are named only when more than half should be asked after', () => {
    const classes = classStandings([summary('a', 10, 0, 6), summary('b', 10, 0, 5)], school, null);
    expect(decisionsOf({ now: NOW, classes })).toMatchObject([{ kind: 'class-behind', name: 'Lớp a' }]);
  });
});

it('of many classes the three with the least are named, the others are one matter', () => {
  const many = Array.from({ length: 6 }, (_, at) => summary(`k${at}`, 100, at));
  const decisions = decisionsOf({ now: NOW, classes: classStandings(many, school, 60) });
  expect(decisions.map(({ kind }) => kind)).toEqual([
    'class-below',
    'class-below',
    'class-below',
    'classes-more',
  ]);
  expect(decisions.at(-1)).toMatchObject({ count: 3 });
});

describe('course runs', () => {
  it('that begin soon and are nearly empty are to be looked at', () => {
    expect(kinds({ courses: courseWith(run({ seatsTaken: 9, seatsLeft: 21 })) })).toEqual(['run-empty']);
    expect(kinds({ courses: courseWith(run({ seatsTaken: 10, seatsLeft: 20 })) })).toEqual([]);
    expect(kinds({ courses: courseWith(run({ seatsTaken: 1, startsOn: '2026-12-24' })) })).toEqual([]);
    expect(kinds({ courses: courseWith(run({ seatsTaken: 1, startsOn: '2026-11-20' })) })).toEqual([]);
    expect(kinds({ courses: courseWith(run({ seatsTaken: 1, open: false })) })).toEqual([]);
  });

  it('that are full with a long queue are urgent', () => {
    const full = { seatsTaken: 30, seatsLeft: 0 };
    expect(kinds({ courses: courseWith(run({ ...full, waiting: 5 })) })).toEqual(['run-full']);
    expect(kinds({ courses: courseWith(run({ ...full, waiting: 4 })) })).toEqual([]);
  });
});

describe('what else waits', () => {
  const asset = (status: 'failed' | 'ready', assetId: string) => ({
    assetId,
    title: `Bài ${assetId}`,
    fileName: 'a.mp4',
    bytes: 1,
    language: 'vi',
    competenceCodes: [],
    status,
    percent: 0,
    uploadedBy: 'p',
    createdAt: NOW,
  });
  const campaign = (more: object) => ({
    campaignId: 'k',
    name: '10/10',
    goal: '',
    landingPath: '/',
    opensOn: '2026-10-01',
    closesOn: '2026-12-01',
    status: 'open' as const,
    version: 1,
    touches: 0,
    visitors: 0,
    enrolments: 0,
    channels: [],
    ...more,
  });
  const report = {
    reportId: 'R',
    kind: 'daily-summary' as const,
    day: '2026-11-25',
    schoolYear: '',
    writtenAt: NOW,
    figures: [],
  };

  it('failed recordings are one matter, with the newest of them', () => {
    const assets = [asset('ready', '1'), asset('failed', '2'), asset('failed', '3')];
    expect(decisionsOf({ now: NOW, assets })).toMatchObject([
      { kind: 'recordings-failed', count: 2, title: 'Bài 2', href: '/tai-len/2' },
    ]);
  });

  it('a campaign that ends soon and that nobody opened', () => {
    expect(kinds({ campaigns: [campaign({})] })).toEqual(['campaign-silent']);
    for (const more of [{ touches: 1 }, { closesOn: '2027-01-31' }, { status: 'planned' }])
      expect(kinds({ campaigns: [campaign(more)] })).toEqual([]);
  });

  it('a report until it is opened', () => {
    expect(kinds({ reports: [report] })).toEqual(['report']);
    expect(kinds({ reports: [report], openedReports: ['OLDER', 'R'] })).toEqual([]);
  });

  it('comes in the order of urgency, and what could not be read decides nothing', () => {
    expect(decisionsOf({ now: NOW })).toEqual([]);
    const all = kinds({
      reports: [report],
      assets: [asset('failed', '1')],
      courses: courseWith(run({ seatsTaken: 30, seatsLeft: 0, waiting: 9 })),
    });
    expect(all).toEqual(['run-full', 'recordings-failed', 'report']);
  });
});
