import { type Language, MESSAGES, type Messages } from './messages.ts';

/** Sections in the order a person looks for trouble: what flows, where it is stuck, what ran. */
const SECTIONS = ['events', 'queues', 'functions', 'schedules', 'tables', 'buckets', 'archives'] as const;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const section = (name: (typeof SECTIONS)[number], messages: Messages): string =>
  `<section id="${name}" aria-labelledby="${name}-title"><h2 id="${name}-title">${escapeHtml(messages[name])}</h2><p class="none small">${escapeHtml(messages.none)}</p></section>`;

/** The page itself; its script draws the state into the empty sections. */
export function inspectorPage(language: Language): string {
  const messages = MESSAGES[language];
  const other: Language = language === 'vi' ? 'en' : 'vi';
  const say = (key: keyof Messages) => escapeHtml(messages[key]);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('title')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/local/inspector.css">
<script type="application/json" id="messages">${JSON.stringify(messages).replaceAll('<', '\\u003c')}</script>
<script type="module" src="/local/inspector.js"></script>
</head>
<body>
<header><h1>${say('title')}</h1><nav><a href="/">${say('backToSite')}</a><a href="/local?lang=${other}" hreflang="${other}">${say('otherLanguage')}</a></nav></header>
<p class="lead">${say('lead')}</p>
<p><span id="pending" class="status" role="status"></span><span id="faults" class="status warn" hidden></span></p>
<main>${SECTIONS.map((name) => section(name, messages)).join('\n')}</main>
<dialog id="detail"><pre id="detail-text" tabindex="0"></pre><button type="button" id="detail-close">${say('close')}</button></dialog>
</body>
</html>`;
}
