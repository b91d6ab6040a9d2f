import { expect, it } from 'vitest';
import { afterKept, afterRefusal } from './seen.ts';

const problem = (status: number) => ({ type: '', code: 'x', title: '', status });
const kept = { body: 'kept', at: 5 };

it('what is kept is shown until there is something newer', () => {
  expect(afterKept({}, kept)).toEqual({ data: 'kept', since: 5 });
  expect(afterKept({ data: 'new' }, kept)).toEqual({ data: 'new' });
});

it('without an answer what is kept stays and says from when it is', () => {
  const offline = problem(0);
  expect(afterRefusal(afterKept({}, kept), offline)).toEqual({ data: 'kept', since: 5, behind: offline });
  expect(afterRefusal({ data: 'new' }, offline)).toEqual({ data: 'new', behind: offline });
  expect(afterRefusal({}, offline)).toEqual({ problem: offline });
});

it('what was withdrawn or belongs to somebody signed out is not shown from the device', () => {
  for (const status of [401, 403, 404])
    expect(afterRefusal(afterKept({}, kept), problem(status))).toEqual({ problem: problem(status) });
  expect(afterRefusal(afterKept({}, kept), problem(503)).data).toBe('kept');
});
