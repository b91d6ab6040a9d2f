import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { batchGet } from '#shared/store/batch-get.ts';
import { findItem } from '#shared/store/find-item.ts';
import {
  claimIdempotencyKey,
  type IdempotentRequest,
  resultOfIdempotencyKey,
} from '#shared/store/idempotency.ts';
import { putNew, transact } from '#shared/store/transactions.ts';
import type { Course, Lesson } from './domain/course.ts';
import type { CourseRun } from './domain/course-run.ts';
import { runKey } from './keys.ts';

/** A run with what a reader of the course page sees of it. */
export type RunDetails = CourseRun & {
  readonly code: string;
  readonly mode: 'in-person' | 'online' | 'blended';
  readonly room?: string;
  readonly startsOn: string;
  readonly endsOn: string;
};

/**
 * Courses, lessons and the description of runs. Access patterns:
 * AP6  course by id              COURSE#c / META
 * AP7  course id by slug         SLUG#s / META
 * AP8  lesson of a course        COURSE#c / LESSON#nnn
 * AP9  all courses               gsi1: COURSES / slug
 * AP10 runs of a course          gsi1: COURSE#c / startsOn#run
 * AP11 runs by id, many          RUN#r / META (batch)
 */
const courseKey = (courseId: string) => ({ pk: `COURSE#${courseId}`, sk: 'META' });
const slugKey = (slug: string) => ({ pk: `SLUG#${slug}`, sk: 'META' });
const lessonKey = (courseId: string, lessonNo: number) => ({
  pk: `COURSE#${courseId}`,
  sk: `LESSON#${String(lessonNo).padStart(3, '0')}`,
});

const isId = (text: string) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text);

export class CourseStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP6, or AP7 then AP6 when given a slug. */
  async findCourse(idOrSlug: string): Promise<Course | undefined> {
    const courseId = isId(idOrSlug)
      ? idOrSlug
      : ((await findItem(this.#db, this.#table, slugKey(idOrSlug)))?.courseId as string | undefined);
    return courseId
      ? ((await findItem(this.#db, this.#table, courseKey(courseId))) as Course | undefined)
      : undefined;
  }

  /** AP8 */
  async findLesson(courseId: string, lessonNo: number): Promise<(Lesson & { lessonNo: number }) | undefined> {
    return (await findItem(this.#db, this.#table, lessonKey(courseId, lessonNo))) as
      | (Lesson & { lessonNo: number })
      | undefined;
  }

  /** AP9; a centre has tens of courses, one page holds them. */
  async listCourses(): Promise<Course[]> {
    return (await this.#byIndex('COURSES')) as Course[];
  }

  /** AP10 */
  async runsOf(courseId: string): Promise<RunDetails[]> {
    return (await this.#byIndex(`COURSE#${courseId}`)) as RunDetails[];
  }

  /** AP11, in no particular order. */
  async findRuns(runIds: readonly string[]): Promise<RunDetails[]> {
    return (await batchGet(this.#db, this.#table, runIds.map(runKey))) as RunDetails[];
  }

  /** What an earlier request with the same key made. */
  findEarlier(request: Omit<IdempotentRequest, 'at'>): Promise<string | undefined> {
    return resultOfIdempotencyKey(this.#db, this.#table, request);
  }

  /** Course, slug and lessons in one write of at most 42 items. */
  async saveCourse(
    course: Course,
    lessons: readonly Lesson[],
    request: IdempotentRequest,
  ): Promise<'saved' | 'slug-taken' | 'repeated'> {
    const outcome = await transact(this.#db, [
      claimIdempotencyKey(this.#table, request, course.courseId),
      putNew(this.#table, { ...slugKey(course.slug), courseId: course.courseId }),
      putNew(this.#table, {
        ...courseKey(course.courseId),
        gsi1pk: 'COURSES',
        gsi1sk: course.slug,
        ...course,
      }),
      ...lessons.map((lesson, index) =>
        putNew(this.#table, { ...lessonKey(course.courseId, index + 1), lessonNo: index + 1, ...lesson }),
      ),
    ]);
    if (outcome.ok) return 'saved';
    return outcome.failed.includes(0) ? 'repeated' : 'slug-taken';
  }

  async saveRun(run: RunDetails, outbox: Outbox, request: IdempotentRequest): Promise<'saved' | 'repeated'> {
    const outcome = await transact(this.#db, [
      claimIdempotencyKey(this.#table, request, run.runId),
      putNew(this.#table, {
        ...runKey(run.runId),
        gsi1pk: `COURSE#${run.courseId}`,
        gsi1sk: `${run.startsOn}#${run.runId}`,
        nextTicket: 1,
        ...run,
        ...outbox,
      }),
    ]);
    return outcome.ok ? 'saved' : 'repeated';
  }

  async #byIndex(gsi1pk: string) {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': gsi1pk },
      }),
    );
    return Items;
  }
}
