import { type Html, html } from './html.ts';
import { words } from './messages.ts';

type Page = {
  readonly title: string;
  readonly lead: string;
  readonly current: 'index.html' | 'events.html';
  /** The document that programs read, beside the page. */
  readonly machine: string;
  readonly main: Html;
};

const tabs = [
  ['index.html', words.api],
  ['events.html', words.events],
] as const;

const tab =
  (current: string) =>
  ([file, name]: (typeof tabs)[number]) =>
    html`<li><a href="/docs/${file}"${file === current ? html` aria-current="page"` : undefined}>${name}</a></li>`;

/** A whole page: no script and no style of its own, so that the strictest content policy lets it pass. */
export const layout = ({ title, lead, current, machine, main }: Page): string =>
  html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/logo.svg">
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header>
<nav aria-label="${words.pages}"><ul>${tabs.map(tab(current))}<li><a href="/">${words.home}</a></li></ul></nav>
</header>
<main id="content" tabindex="-1">
<h1>${title}</h1>
<p class="lead">${lead}</p>
<p><a href="/docs/${machine}">${words.machine}: ${machine}</a></p>
${main}
</main>
</body>
</html>
`.html;
