import type { DailySummary } from './daily-summary.ts';
import type { FigureValue } from './figures.ts';

/** The words of the document, handed in so that this file holds none. */
export type Words = {
  readonly language: string;
  readonly centre: string;
  readonly movement: string;
  readonly title: (day: string) => string;
  readonly schoolYear: (year: string) => string;
  readonly figure: string;
  readonly thatDay: string;
  readonly yearToDate: string;
  readonly noData: string;
  readonly source: string;
  readonly late: (count: number) => string;
  readonly frozen: (time: string) => string;
  readonly figures: Readonly<Record<string, string>>;
};

const STYLE = `body{font:18px/1.55 "Be Vietnam Pro",system-ui,sans-serif;color:#1F2A2E;background:#FFFDF8;max-width:46rem;margin:0 auto;padding:24px}
h1{font-size:32px;line-height:1.28;margin:8px 0 16px}p{margin:0 0 12px}table{border-collapse:collapse;width:100%}
th,td{padding:12px 8px;border-bottom:1px solid #857C66;text-align:left;vertical-align:top}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
small{color:#4A5759;font-size:15px}@media print{body{background:#fff;padding:0}}@page{size:A4;margin:20mm 15mm 20mm 30mm}`;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

const vietnameseDay = (day: string): string => day.split('-').reverse().join('/');
const vietnameseNumber = new Intl.NumberFormat('vi-VN');
const localTime = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'short',
});

const shown = (figure: FigureValue | undefined, words: Words): string =>
  figure?.value === null || figure === undefined ? words.noData : vietnameseNumber.format(figure.value);

const row = (figure: FigureValue, year: FigureValue | undefined, words: Words): string =>
  `<tr><td>${escapeHtml(words.figures[figure.code] ?? figure.code)}<br><small>${escapeHtml(words.source)}: ${figure.source.events.map(escapeHtml).join(', ')}</small></td>` +
  `<td class="n">${escapeHtml(shown(figure, words))}</td><td class="n">${escapeHtml(shown(year, words))}</td></tr>`;

/** The summary as one HTML document that opens anywhere and prints on A4. The same summary gives the same bytes. */
export const summaryDocument = (summary: DailySummary, words: Words): string => {
  const title = words.title(vietnameseDay(summary.day));
  const rows = summary.figures
    .map((figure, index) => row(figure, summary.yearToDate[index], words))
    .join('\n');
  return `<!doctype html>
<html lang="${words.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body>
<p>${escapeHtml(words.centre)}<br>${escapeHtml(words.movement)}</p>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(words.schoolYear(summary.schoolYear))}</p>
<table><thead><tr><th>${escapeHtml(words.figure)}</th><th class="n">${escapeHtml(words.thatDay)}</th><th class="n">${escapeHtml(words.yearToDate)}</th></tr></thead>
<tbody>
${rows}
</tbody></table>
${summary.late > 0 ? `<p>${escapeHtml(words.late(summary.late))}</p>\n` : ''}<p><small>${escapeHtml(words.frozen(localTime.format(new Date(summary.frozenAt))))}</small></p>
</body></html>
`;
};

export const documentKey = (day: string): string => `daily/${day}.html`;
