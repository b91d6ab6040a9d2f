import { ulid } from 'ulid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ServiceTable, startServiceTable } from '../../tests/support/service-table.ts';
import { createCourse } from './commands/create-course.ts';
import { openRun } from './commands/open-run.ts';
import { CourseStore } from './course-store.ts';
import { coursePage } from './queries/course-pages.ts';

const at = '2026-11-23T02:00:00.000Z';
const cause = { actor: 'training', at, correlationId: 'test', causationId: 'test' };
let service: ServiceTable;
let store: CourseStore;
/** By key, whether each read saw what was written just before. By index none can. */
const reads: boolean[] = [];

beforeAll(async () => {
  service = await startServiceTable();
  service.db.middlewareStack.add((next) => (args) => {
    const { Key, RequestItems, ConsistentRead } = args.input as {
      Key?: unknown;
      RequestItems?: Record<string, { ConsistentRead?: boolean }>;
      ConsistentRead?: boolean;
    };
    if (Key) reads.push(ConsistentRead ?? false);
    if (RequestItems) reads.push(...Object.values(RequestItems).map((one) => one.ConsistentRead ?? false));
    return next(args);
  });
  store = new CourseStore(service.db, service.table);
});
beforeEach(() => void reads.splice(0));
afterAll(() => service.stop());

const newCourse = (slug: string, key = ulid()) =>
  createCourse(store, {
    courseId: ulid(),
    slug,
    title: 'An toàn trên mạng',
    summary: 'Nhận ra cuộc gọi lừa đảo',
    competenceCodes: ['4.2'],
    lessons: [{ title: 'Mở đầu', minutes: 10, text: '# Mở đầu', competenceCodes: ['4.2'] }],
    request: { actor: 'training', key, at },
  });
const newRun = (courseId: string, requestKey = ulid()) =>
  openRun(
    store,
    {
      runId: ulid(),
      courseId,
      code: 'AT-01',
      mode: 'online',
      seats: 30,
      startsOn: '2026-12-01',
      endsOn: '2026-12-20',
      requestKey,
    },
    cause,
  );

it('answers a new course and a new run with what was just written, never with an older state', async () => {
  const made = await newCourse('an-toan');
  if (made === 'slug-taken') return expect.fail(made);
  expect(await coursePage(store, made.courseId, at)).toMatchObject({
    slug: 'an-toan',
    lessons: [{ lessonNo: 1 }],
  });
  const opened = await newRun(made.courseId);
  if (typeof opened === 'string') return expect.fail(opened);
  expect(await store.findRuns([opened.runId])).toMatchObject([{ runId: opened.runId, taken: 0 }]);
  expect(reads.length).toBeGreaterThanOrEqual(3);
  expect(reads).not.toContain(false);
});

it('gives an address to one course', async () => {
  const key = ulid();
  const first = await newCourse('mot-lan', key);
  expect(await newCourse('mot-lan', key)).toEqual(first);
  expect(await newCourse('mot-lan')).toBe('slug-taken');
});

it('opens one run per request and course', async () => {
  const [one, other] = [await newCourse('khoa-mot'), await newCourse('khoa-hai')];
  if (one === 'slug-taken' || other === 'slug-taken') return expect.fail('slug taken');
  const key = ulid();
  const opened = await newRun(one.courseId, key);
  expect(await newRun(one.courseId, key)).toEqual(opened);
  expect(await newRun(other.courseId, key)).not.toEqual(opened);
  expect(await newRun(ulid())).toBe('not-found');
});
