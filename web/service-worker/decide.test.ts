import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressPattern } from '../src/pages.ts';
import { type Asked, decide } from './decide.ts';

const ORIGIN = 'https://hoc.example';
const site = {
  files: [{ path: '/logo.svg', integrity: '' }],
  pages: ['/', '/khoa-hoc', '/khoa-hoc/:slug'].map((path) => ({
    pattern: addressPattern(path),
    shell: path === '/' ? '/index.html' : `${path}.html`,
  })),
};
const asked = (path: string, more: Partial<Asked> = {}): Asked => ({
  method: 'GET',
  url: new URL(ORIGIN + path),
  isNavigation: false,
  ...more,
});
const kindOf = (path: string, more: Partial<Asked> = {}) => decide(asked(path, more), site, ORIGIN).kind;

describe('decide', () => {
  it('answers pages of the site with their shell, whatever the query', () => {
    const page = { isNavigation: true };
    expect(decide(asked('/khoa-hoc?x=1', page), site, ORIGIN)).toEqual({
      kind: 'shell',
      path: '/khoa-hoc.html',
    });
    expect(decide(asked('/', page), site, ORIGIN)).toEqual({ kind: 'shell', path: '/index.html' });
    expect(kindOf('/khong-co-trang-nay', page)).toBe('network');
  });

  it('knows files of the build, recordings and the configuration', () => {
    expect(kindOf('/assets/core-abcdefgh.js')).toBe('file');
    expect(kindOf('/logo.svg')).toBe('file');
    expect(kindOf('/media/a/b/master.m3u8?giu=240p')).toBe('media');
    expect(kindOf('/config.json')).toBe('config');
  });

  it('leaves the API, tracked links, the local cloud, the documents and itself alone, navigations included', () => {
    const paths = ['/v1/me', '/t/abc', '/local', '/local/x', '/docs', '/docs/api', '/service-worker.js'];
    for (const path of paths)
      for (const isNavigation of [false, true]) expect(kindOf(path, { isNavigation }), path).toBe('network');
    expect(kindOf('/media/a/b/poster.jpg', { isNavigation: true })).toBe('network');
  });

  it('never answers anything but a GET to this origin', () => {
    const path = fc.oneof(
      fc.webPath(),
      fc.constantFrom('/', '/khoa-hoc', '/media/x', '/assets/a.js', '/config.json'),
    );
    fc.assert(
      fc.property(
        path,
        fc.constantFrom('POST', 'PUT', 'DELETE', 'HEAD'),
        fc.boolean(),
        (at, method, isNavigation) => {
          expect(kindOf(at || '/', { method, isNavigation })).toBe('network');
          const elsewhere = { url: new URL(`https://elsewhere.example${at}`), isNavigation };
          expect(kindOf('/', elsewhere)).toBe('network');
        },
      ),
    );
  });
});
