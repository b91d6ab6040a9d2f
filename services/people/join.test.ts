import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, cause, freshCode, startJoining, stranger } from '../../tests/support/joining.ts';
import { joinClass, leaveClass } from './commands/change-class.ts';
import { closeJoinCode, issueJoinCode } from './commands/issue-join-code.ts';
import { classOfCode } from './commands/join-by-code.ts';
import { hashOfClaim } from './domain/newcomer.ts';
import { mayInvite, openCodeOf } from './queries/join-code.ts';

let world: Awaited<ReturnType<typeof startJoining>>;
beforeAll(async () => {
  world = await startJoining();
});
afterAll(() => world.service.stop());

describe('a join code', () => {
  it('lets learners in for seven days, each once, whoever was in already for nothing', async () => {
    const classId = await world.newClass();
    const { code } = await world.open(classId, { places: 5 });
    const [hanh, nghia] = [await world.person(), await world.person()];
    expect(await world.join(code, hanh)).toMatchObject({ classId, name: 'Lớp tối' });
    expect(await world.join(code, hanh)).toMatchObject({ classId });
    expect(await world.placesLeft(code)).toBe(4);
    expect(await world.join(code, nghia, '2026-11-30T16:59:59.999Z')).toMatchObject({ classId });
    expect(await world.join(code, await world.person(), '2026-11-30T17:00:00.000Z')).toBe(
      'join-code-unknown',
    );
  });

  it('looks the same when it is wrong, closed, expired, used up or replaced', async () => {
    const closed = await world.open(await world.newClass());
    await closeJoinCode(world.joins, closed.classId);
    const expired = await world.open(await world.newClass(), { lastDay: '2026-11-23' });
    const usedUp = await world.open(await world.newClass(), { places: 1 });
    await world.join(usedUp.code, await world.person());
    const replaced = await world.open(await world.newClass());
    await world.open(replaced.classId);
    const late = '2026-11-24T02:00:00.000Z';
    for (const code of ['999999999', closed.code, expired.code, usedUp.code, replaced.code]) {
      expect(await world.join(code, await world.person(), late)).toBe('join-code-unknown');
      expect(await world.register(code, {}, late)).toBe('join-code-unknown');
      expect(await classOfCode(world.stores, code, stranger, late)).toBe('join-code-unknown');
    }
  });

  it('gives the last place to one of many devices that ask at once', async () => {
    const classId = await world.newClass();
    const { code } = await world.open(classId, { places: 3 });
    const waiting = await Promise.all(Array.from({ length: 5 }, () => world.person()));
    const outcomes = await Promise.all([
      ...waiting.map((one) => world.join(code, one)),
      ...Array.from({ length: 5 }, () => world.register(code)),
    ]);
    expect(outcomes.filter((one) => one === 'join-code-unknown')).toHaveLength(7);
    expect(await world.placesLeft(code)).toBe(0);
    expect(await world.classes.membersOf(classId)).toHaveLength(3);
  });

  it('answers the last one in again after a lost answer, although it is used up', async () => {
    const { code, classId } = await world.open(await world.newClass(), { places: 1 });
    const last = await world.person();
    expect([await world.join(code, last), await world.join(code, last)]).toMatchObject([
      { classId },
      { classId },
    ]);
    const usedUp = await world.open(await world.newClass(), { places: 1 });
    const request = { claimHash: hashOfClaim('a'), requestKey: 'same-request' };
    const [first, again] = [
      await world.register(usedUp.code, request),
      await world.register(usedUp.code, request),
    ];
    expect(again).toMatchObject(first as object);
  });

  it('does not make its teacher a learner, lets nobody without the role in, and nobody back who was taken off', async () => {
    const classId = await world.newClass();
    const { code } = await world.open(classId);
    const [teacher, clerk, gone] = [
      await world.person(['teacher', 'learner']),
      await world.person(['clerk']),
      await world.person(),
    ];
    await joinClass(world.stores, { classId, personId: teacher, as: 'teacher' }, cause);
    await world.join(code, teacher);
    expect(await world.classes.findMembership(classId, teacher)).toMatchObject({ as: 'teacher' });
    expect(await world.join(code, clerk)).toBe('role-missing');
    await world.join(code, gone);
    await leaveClass(world.classes, { classId, personId: gone }, cause);
    expect(await world.join(code, gone)).toBe('taken-off');
    expect(await world.join(code, ulid())).toBe('not-found');
  });

  it('is one per class, also when two teachers renew it at once', async () => {
    const classId = await world.newClass();
    await world.open(classId);
    const issue = () =>
      issueJoinCode(world.stores, { classId, code: freshCode(), requestKey: ulid() }, cause);
    const made = await Promise.all([issue(), issue(), issue()]);
    const named = await world.joins.namedCode(classId);
    const codes = made.flatMap((one) => (typeof one === 'string' ? [] : one.code));
    expect(codes).toContain(named);
    const alive = await Promise.all(codes.map((code) => world.joins.findCode(code)));
    expect(alive.filter(Boolean)).toMatchObject([{ code: named }]);
  });

  it('is made once per request, and never in the place of another class’s', async () => {
    const [first, second] = [await world.newClass(), await world.newClass()];
    const request = { classId: first, requestKey: 'press', code: freshCode() };
    const made = await issueJoinCode(world.stores, request, cause);
    expect(await issueJoinCode(world.stores, { ...request, code: freshCode() }, cause)).toMatchObject(
      made as object,
    );
    const taken = { classId: second, requestKey: ulid(), code: request.code };
    expect(await issueJoinCode(world.stores, taken, cause)).toBe('conflict');
    expect(await world.joins.findCode(request.code)).toMatchObject({ classId: first });
    expect(await issueJoinCode(world.stores, { ...request, classId: ulid() }, cause)).toBe('not-found');
  });

  it('is seen by the class’s own teacher and the training head, while it works', async () => {
    const { classId, code } = await world.open(await world.newClass());
    const [own, other] = [await world.person(['teacher']), await world.person(['teacher'])];
    await joinClass(world.stores, { classId, personId: own, as: 'teacher' }, cause);
    const may = (personId: string, role: 'teacher' | 'training-head') =>
      mayInvite(world.classes, { personId, roles: [role] }, classId);
    expect([
      await may(own, 'teacher'),
      await may(other, 'teacher'),
      await may(other, 'training-head'),
    ]).toEqual([true, false, true]);
    expect(await openCodeOf(world.joins, classId, at)).toMatchObject({ code });
    expect(await openCodeOf(world.joins, classId, '2027-01-01T00:00:00.000Z')).toBeUndefined();
  });

  it('is closed however often that is asked for, and a repeat of its opening says that it is gone', async () => {
    const request = { classId: await world.newClass(), requestKey: 'lost-answer' };
    const issue = () => issueJoinCode(world.stores, { ...request, code: freshCode() }, cause);
    await issue();
    for (const _ of [1, 2]) expect(await closeJoinCode(world.joins, request.classId)).toBe('closed');
    expect(await issue()).toBe('join-code-replaced');
    await world.open(request.classId);
    expect(await issue()).toBe('join-code-replaced');
  });
});
