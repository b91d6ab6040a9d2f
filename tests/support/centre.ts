import { addDays, dayOf } from '#shared/time/local-time.ts';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { peopleRoutes } from '../../services/people/contract.ts';
import { exchangeRoutes, quizRoutes } from '../../services/quizzes/contract.ts';
import type { Role } from '../../shared/contract/roles.ts';
import { approveItems } from './approve-items.ts';
import type { Client } from './client.ts';
import { GIFT } from './gift-bank.ts';
import { appointAdministrator, type Platform, signInNewcomer } from './platform.ts';

const STAFF = ['director', 'finance-head', 'clerk', 'teacher', 'content-staff', 'youth-union'] as const;

/** A small centre with one person for every role; `admin` is director and training head. */
export type Centre = {
  readonly admin: Client;
  readonly staff: Readonly<Record<(typeof STAFF)[number], Client>>;
  readonly otherTeacher: Client;
  readonly learners: readonly Client[];
  /** How many are in the register. */
  readonly people: number;
  readonly courseId: string;
  readonly quizId: string;
  /** Names and sign-in names of everybody: what must stay off the bus and out of the logs. */
  readonly personal: readonly string[];
};

type Newcomer = { readonly loginName: string; readonly fullName: string; readonly roles: Role[] };

const newcomers = (learners: number): Newcomer[] => [
  ...STAFF.map((role) => ({
    loginName: `nv-${role}`,
    fullName: `Lê Nhân Viên-${role}-Bí-Mật`,
    roles: [role],
  })),
  { loginName: 'nv-teacher-2', fullName: 'Lê Giáo Viên-Hai-Bí-Mật', roles: ['teacher'] },
  ...Array.from({ length: learners }, (_, index) => ({
    loginName: `hv-bimat-${index + 1}`,
    fullName: `Nguyễn Học Viên-${index + 1}-Bí-Mật`,
    roles: ['learner' as const],
  })),
];

async function registerEverybody(platform: Platform, admin: Client, people: readonly Newcomer[]) {
  const registered = await Promise.all(
    people.map((person) => admin.ok(peopleRoutes.registerPerson, { body: person })),
  );
  await platform.quiet();
  const clients = new Map(
    await Promise.all(
      registered.map(async (person) => [person.loginName, await signInNewcomer(platform, person)] as const),
    ),
  );
  return (loginName: string): Client => {
    const client = clients.get(loginName);
    if (!client) throw new Error(`Nobody signed in as ${loginName}.`);
    return client;
  };
}

const LESSON = {
  title: 'Bài một',
  minutes: 10,
  text: '# Bài một\n\nNội dung.',
  competenceCodes: ['1.1'],
};

async function openCourse(admin: Client, appraiser: Client) {
  const course = {
    slug: 'ky-nang-so',
    title: 'Kỹ năng số',
    summary: 'Một khóa nhỏ.',
    competenceCodes: ['1.1', '4.2'],
  };
  const { courseId } = await admin.ok(enrollmentRoutes.createCourse, {
    body: { ...course, lessons: [LESSON] },
  });
  const taken = await admin.ok(exchangeRoutes.importQuestions, {
    params: { courseId },
    body: { format: 'gift', text: GIFT },
  });
  if (taken.imported !== 6) throw new Error(`Of six questions not all were taken: ${JSON.stringify(taken)}`);
  await approveItems(appraiser, courseId);
  const quiz = { title: 'Bài kiểm tra', itemCount: 6, attemptsAllowed: 3, passHundredths: 500 };
  const { quizId } = await admin.ok(quizRoutes.publishQuiz, { params: { courseId }, body: quiz });
  return { courseId, quizId };
}

/** Fills an empty platform through its own API. Takes some seconds, most of them for hashing passwords. */
export async function openCentre(platform: Platform, { learners }: { learners: number }): Promise<Centre> {
  const admin = await appointAdministrator(platform);
  const people = newcomers(learners);
  const client = await registerEverybody(platform, admin, people);
  const staff = Object.fromEntries(STAFF.map((role) => [role, client(`nv-${role}`)])) as Centre['staff'];
  return {
    admin,
    staff,
    otherTeacher: client('nv-teacher-2'),
    learners: Array.from({ length: learners }, (_, index) => client(`hv-bimat-${index + 1}`)),
    people: people.length + 1,
    ...(await openCourse(admin, staff.teacher)),
    personal: [
      ...people.flatMap(({ fullName, loginName }) => [fullName, loginName]),
      'Trần Quản Trị Tên-Bí-Mật',
    ],
  };
}

/** Opens a course run with as many seats; its identifier. */
export async function openRun({ admin, courseId }: Centre, seats: number, code = 'KNS-01'): Promise<string> {
  const today = dayOf(new Date().toISOString());
  const run = { code, mode: 'online' as const, seats, startsOn: today, endsOn: addDays(today, 30) };
  return (await admin.ok(enrollmentRoutes.openRun, { params: { courseId }, body: run })).runId;
}
