import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../shared/contract/roles.ts';
import { isCurrent, menuFor, phoneMenu } from './menu.ts';

const hrefs = (...roles: Parameters<typeof menuFor>[0] & object) => menuFor(roles).map(({ href }) => href);

describe('menuFor', () => {
  it('offers a visitor the start, the courses and the sign-in', () => {
    expect(menuFor(undefined).map(({ href }) => href)).toEqual([
      '/',
      '/khoa-hoc',
      '/hoi-giup',
      '/thu-vien',
      '/dang-nhap',
    ]);
  });

  it('offers each role its own pages and no others', () => {
    expect(hrefs('learner')).toEqual([
      '/',
      '/khoa-hoc',
      '/hoi-giup',
      '/thu-vien',
      '/da-tai',
      '/lich',
      '/chung-nhan',
      '/xem-muc',
      '/tai-khoan',
    ]);
    expect(hrefs('teacher')).toEqual([
      '/',
      '/lop',
      '/soan-khoa-hoc',
      '/tai-len',
      '/hoc-lieu',
      '/khoa-hoc',
      '/hoi-giup',
      '/thu-vien',
      '/tai-khoan',
    ]);
    expect(hrefs('content-staff')).toEqual([
      '/',
      '/tai-len',
      '/hoc-lieu',
      '/chien-dich',
      '/khoa-hoc',
      '/hoi-giup',
      '/thu-vien',
      '/tai-khoan',
    ]);
    expect(hrefs('youth-union')).toEqual([
      '/',
      '/chien-dich',
      '/hoc-lieu',
      '/khoa-hoc',
      '/hoi-giup',
      '/thu-vien',
      '/tai-khoan',
    ]);
    expect(hrefs('finance-head')).toEqual([
      '/',
      '/tong-quan',
      '/bao-cao',
      '/khoa-hoc',
      '/hoi-giup',
      '/thu-vien',
      '/tai-khoan',
    ]);
    expect(hrefs('clerk')).toEqual(['/', '/khoa-hoc', '/hoi-giup', '/thu-vien', '/tai-khoan']);
    expect(hrefs('director')).toContain('/hoc-vien');
    expect(hrefs('director')).not.toContain('/soan-khoa-hoc');
    expect(hrefs('training-head')).toContain('/soan-khoa-hoc');
  });

  it('lists every page once, whatever the roles', () => {
    const all = hrefs(...ROLES);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('phoneMenu', () => {
  it('keeps four entries, the account always last', () => {
    const bar = phoneMenu(menuFor(['director']));
    expect(bar).toHaveLength(4);
    expect(bar.at(-1)?.href).toBe('/tai-khoan');
  });
});

describe('phoneMenu of a learner', () => {
  it('is the day, the courses, help and what is one’s own', () => {
    expect(phoneMenu(menuFor(['learner'])).map(({ href }) => href)).toEqual([
      '/',
      '/khoa-hoc',
      '/hoi-giup',
      '/tai-khoan',
    ]);
  });
});

describe('isCurrent', () => {
  it('marks a page for its sub-pages, and the start only for itself', () => {
    expect(isCurrent('/khoa-hoc', '/khoa-hoc/an-toan')).toBe(true);
    expect(isCurrent('/khoa-hoc', '/khoa-hoc-khac')).toBe(false);
    expect(isCurrent('/', '/lop')).toBe(false);
    expect(isCurrent('/', '/')).toBe(true);
  });
});
