import { expect, it } from 'vitest';
import { withoutPreloads } from './shell.ts';

it('asks for no script before the page does, and leaves the rest of the document as it is', async () => {
  const [named, link, rest] = [
    '<script data-scripts="/assets/a.js /assets/b.js" data-starts="/v1/courses">',
    '<link rel="modulepreload" href="/assets/main.js" />\n',
    '<link rel="preload" href="/a.css" />\n<p>',
  ];
  const headers = {
    'content-type': 'text/html',
    'content-security-policy': "default-src 'self'",
    'content-length': '9',
  };
  const given = await withoutPreloads(new Response(`${named}${link}${link}${rest}`, { headers }));
  expect(await given.text()).toBe(`<script data-starts="/v1/courses">${rest}`);
  expect(given.headers.get('content-security-policy')).toBe("default-src 'self'");
  expect(given.headers.get('content-type')).toBe('text/html');
  expect(given.headers.has('content-length')).toBe(false);
});
