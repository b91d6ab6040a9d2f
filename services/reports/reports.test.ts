import fc from 'fast-check';
import { ulid } from 'ulid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServiceTable, startServiceTable } from '../../tests/support/service-table.ts';
import { countEvent } from './commands/count-event.ts';
import { writeDailySummary } from './commands/write-daily-summary.ts';
import { FIGURES, figuresOf } from './domain/figures.ts';
import { summaryDocument } from './domain/summary-document.ts';
import { reportWords } from './messages.ts';
import type { ReportDocuments } from './objects.ts';
import { overview } from './queries/overview.ts';
import { ReportStore } from './store.ts';
import { TargetStore } from './target-store.ts';

const cause = { actor: 'system', at: '2026-11-22T17:30:00.000Z', correlationId: 'test', causationId: 'test' };
const now = '2026-11-23T02:00:00.000Z';

let service: ServiceTable;
let store: ReportStore;
let targets: TargetStore;
let shelf: Map<string, string>;

beforeEach(async () => {
  service = await startServiceTable();
  store = new ReportStore(service.db, service.table);
  targets = new TargetStore(service.db, service.table);
  shelf = new Map();
});
afterEach(() => service.stop());

const documents = {
  write: async (key: string, html: string) => void shelf.set(key, html),
} as unknown as ReportDocuments;
const summarise = (dueAt = '2026-11-22T17:30:00.000Z') =>
  writeDailySummary({ store, documents, words: reportWords }, { dueAt, reportId: ulid() }, cause);
const event = (
  eventId: string,
  occurredAt: string,
  detailType = 'EnrolmentConfirmed.v1',
  data: unknown = {},
) => ({
  eventId,
  occurredAt,
  detailType,
  data,
});
const figure = (figures: readonly { code: string; value: number | null }[], code: string) =>
  figures.find((one) => one.code === code)?.value;

describe('figures', () => {
  it('count every distinct event once, on its local day, in any order and however often it comes', async () => {
    const one = fc.record({
      id: fc.integer({ min: 1, max: 9 }).map(String),
      hour: fc.integer({ min: 0, max: 47 }),
      figure: fc.constantFrom(...FIGURES.filter((figure) => !figure.adds)),
    });
    const arrivals = fc
      .uniqueArray(one, { selector: ({ id }) => id, minLength: 1 })
      .chain((events) =>
        fc
          .shuffledSubarray([...events, ...events], { minLength: events.length * 2 })
          .map((order) => ({ events, order })),
      );
    await fc.assert(
      fc.asyncProperty(arrivals, async ({ events, order }) => {
        const run = ulid();
        const schoolYearStart = Date.parse('2026-11-21T17:00:00.000Z');
        const before = (await overview(store, targets, now)).figures;
        await Promise.all(
          order.map(({ id, hour, figure }) =>
            countEvent(
              store,
              event(`${run}-${id}`, new Date(schoolYearStart + hour * 3_600_000).toISOString(), figure.event),
              now,
            ),
          ),
        );
        const after = (await overview(store, targets, now)).figures;
        for (const { code, event: type } of FIGURES) {
          const added = events.filter(({ figure }) => figure.event === type && figure.code === code).length;
          expect((figure(after, code) ?? 0) - (figure(before, code) ?? 0)).toBe(added);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('show the last fourteen days also in the first days of a year', async () => {
    for (const day of ['2026-12-30T03:00:00.000Z', '2026-12-31T03:00:00.000Z', '2027-01-02T03:00:00.000Z'])
      await countEvent(store, event(day, day), day);
    const { days } = await overview(store, targets, '2027-01-03T02:00:00.000Z');
    expect(days.map(({ day }) => day)).toEqual(['2026-12-30', '2026-12-31', '2027-01-02']);
  });

  it('tell "no data" from "none"', () => {
    expect(figure(figuresOf(undefined), 'runs-completed')).toBeNull();
    expect(figure(figuresOf({ values: {} }, { values: { 'runs-completed': 4 } }), 'runs-completed')).toBe(0);
    expect(figure(figuresOf({ values: { 'runs-completed': 2 } }), 'runs-completed')).toBe(2);
  });

  it('count an attempt as passed by its last mark that no teacher has to confirm, however marks arrive', async () => {
    const mark = fc.record({ passed: fc.boolean(), provisional: fc.boolean() });
    const arrivals = fc
      .array(fc.array(mark, { minLength: 1, maxLength: 4 }), { maxLength: 4 })
      .chain((attempts) => {
        const events = attempts.flatMap((marks, attempt) =>
          marks.map((data, place) => ({
            id: `${attempt}-${place}`,
            data: { ...data, gradeNo: place + 1, ...(place > 0 && { before: marks[place - 1] }) },
          })),
        );
        return fc
          .shuffledSubarray([...events, ...events], { minLength: events.length * 2 })
          .map((order) => ({ attempts, order }));
      });
    await fc.assert(
      fc.asyncProperty(arrivals, async ({ attempts, order }) => {
        const run = ulid();
        const count = async () =>
          figure((await overview(store, targets, now)).figures, 'attempts-passed') ?? 0;
        const before = await count();
        for (const { id, data } of order)
          await countEvent(store, event(`${run}-${id}`, now, 'AttemptGraded.v1', data), now);
        const passed = attempts.filter((marks) => marks.at(-1)?.passed && !marks.at(-1)?.provisional).length;
        expect((await count()) - before).toBe(passed);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the daily summary', () => {
  it('sums up the day before, once, whoever asks how often', async () => {
    await countEvent(store, event('a', '2026-11-22T16:59:00.000Z'), now);
    await countEvent(store, event('b', '2026-11-22T17:00:00.000Z'), now);
    const outcomes = [await summarise(), await summarise(), await summarise()];
    expect(new Set(outcomes.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ day: '2026-11-22' });
    const page = await store.listWritten();
    expect(page).toMatchObject({ reports: [{ day: '2026-11-22', schoolYear: '2026-2027' }] });
    const summary = await store.findSummary('2026-11-22');
    expect(figure(summary?.figures ?? [], 'enrolments-confirmed')).toBe(1);
    expect(shelf.get('daily/2026-11-22.html')).toContain('Tóm tắt ngày 22/11/2026');
  });

  it('is never changed by what comes late; the late event counts today, and the next summary says so', async () => {
    await countEvent(store, event('a', '2026-11-22T10:00:00.000Z'), now);
    await summarise();
    const frozen = await store.findSummary('2026-11-22');
    expect(await countEvent(store, event('late', '2026-11-22T11:00:00.000Z'), now)).toBe('late');
    expect(await countEvent(store, event('late', '2026-11-22T11:00:00.000Z'), now)).toBe('repeated');
    expect(await store.findSummary('2026-11-22')).toEqual(frozen);
    await summarise('2026-11-23T17:30:00.000Z');
    expect(await store.findSummary('2026-11-23')).toMatchObject({ late: 1 });
    expect(shelf.get('daily/2026-11-23.html')).toContain('đến muộn');
  });

  it('is finished by the next run when one stops between freezing and writing', async () => {
    await countEvent(store, event('a', '2026-11-22T10:00:00.000Z'), now);
    const broken = { write: () => Promise.reject(new Error('no bucket')) } as unknown as ReportDocuments;
    const tools = { store, documents: broken, words: reportWords };
    const dueAt = '2026-11-22T17:30:00.000Z';
    await expect(writeDailySummary(tools, { dueAt, reportId: 'first' }, cause)).rejects.toThrow('no bucket');
    expect(await store.listWritten()).toMatchObject({ reports: [] });
    expect(await summarise()).toEqual({ reportId: 'first', day: '2026-11-22' });
    expect(shelf.size).toBe(1);
  });

  it('says "no data" for what was never counted, and the same summary gives the same bytes', async () => {
    await summarise();
    const summary = await store.findSummary('2026-11-22');
    if (!summary) return expect.fail('no summary');
    expect(shelf.get('daily/2026-11-22.html')).toContain('chưa có số liệu');
    expect(summaryDocument(summary, reportWords)).toBe(shelf.get('daily/2026-11-22.html'));
  });
});
