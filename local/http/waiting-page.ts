import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { sendJson } from './messages.ts';

const REFRESH_SECONDS = 4;
const LOGO = readFileSync(path.join(import.meta.dirname, '../../web/public/logo.svg'), 'utf8').trim();

/** The site's own colours: its style sheets are not published yet. */
const STYLE = `
:root { color-scheme: light; font: 1.125rem/1.5 "Be Vietnam Pro", system-ui, sans-serif; }
body { margin: 0; padding: 1rem; background: #fbf6ea; color: #1f2a2e; }
main { max-width: 34rem; margin: 6vh 8px 0; padding: clamp(1rem, 5vw, 1.75rem); background: #fffdf8; border: 3px solid #1f2a2e; border-radius: 22px; box-shadow: 8px 8px 0 #f2b632; }
@media (min-width: 640px) { main { margin: 12vh auto 0; } }
svg { width: 64px; height: 64px; }
h1 { margin: 0.75rem 0; font-size: 1.5rem; line-height: 1.25; text-wrap: balance; }
p { margin: 0.75rem 0; }
.so-far { font-weight: 700; }
[lang="en"] { margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid #ddd3bd; color: #4a5759; font-size: 1rem; }
`;

const HEADERS = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'retry-after': String(REFRESH_SECONDS),
} as const;

const page = (seconds: number): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${REFRESH_SECONDS}">
<title>Đang chuẩn bị · Bình dân học vụ số</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${LOGO}
<h1>Sắp xong, mời bạn đợi một chút</h1>
<p>Máy này đang chuẩn bị trang học. Lần đầu có thể mất vài phút.</p>
<p>Bạn không cần bấm gì. Xong là trang tự mở.</p>
<p class="so-far">Đã chuẩn bị được ${seconds} giây.</p>
<p lang="en">The platform is being made ready. This page opens by itself; the terminal shows each step.</p>
</main>
</body>
</html>
`;

const wantsDocument = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html');

/** Tells a visitor to wait: a browser's document is a page that asks again by itself, anything else gets a plain 503. */
export function askToWait(request: IncomingMessage, response: ServerResponse, waitedMs: number): void {
  if (!wantsDocument(request)) {
    sendJson(response, 503, { message: 'Starting.' }, { 'retry-after': HEADERS['retry-after'] });
    return;
  }
  const body = Buffer.from(page(Math.round(waitedMs / 1000)));
  response.writeHead(503, {
    ...HEADERS,
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
