import { expect, it } from 'vitest';
import { ROLES } from '../../../../shared/contract/roles.ts';
import { staffHome } from '../../messages/vi/staff-home.ts';
import { staffTasks } from './staff-tasks.ts';

const hrefs = (...roles: Parameters<typeof staffTasks>[0]) =>
  staffTasks(roles, staffHome).tasks.map(({ href }) => href);

it('gives a role its own work first, and every role somewhere to go', () => {
  expect(hrefs('teacher')).toEqual(['/lop', '/soan-khoa-hoc', '/tai-len', '/hoc-lieu', '/khoa-hoc']);
  for (const role of ROLES) expect(hrefs(role).length, role).toBeGreaterThan(1);
});

it('says of the clerk, whom no route names, that there is no own work, and leads to what everybody has', () => {
  expect(staffTasks(['clerk'], staffHome).isOwn).toBe(false);
  expect(hrefs('clerk')).toEqual(['/khoa-hoc', '/hoi-giup', '/thu-vien', '/tai-khoan']);
  expect(staffTasks(['clerk', 'youth-union'], staffHome).isOwn).toBe(true);
});
