// Draws /local/state.json every two seconds. Only cells whose text changed are touched, so nothing flickers and
// a selection or a focused button survives.
import { columns, sections } from './sections.js';

const messages = JSON.parse(document.getElementById('messages').textContent);
const language = document.documentElement.lang;
const REFRESH_MS = 2000;

const dialog = document.getElementById('detail');
const detail = document.getElementById('detail-text');
document.getElementById('detail-close').addEventListener('click', () => dialog.close());

function show(text) {
  detail.textContent = text;
  if (!dialog.open) dialog.showModal();
}

async function act(action) {
  const response = await fetch(`/local/actions/${action.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(action.input),
  });
  const answer = await response.json();
  if (!response.ok) return show(`${messages.failed}: ${answer.message}`);
  if (action.shows) show(answer.text || messages.none);
  refresh();
}

function button(action) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = messages[action.label];
  if (action.shows) element.className = 'plain';
  element.addEventListener('click', () => act(action));
  return element;
}

/** A cell is text, or lines of text with a class, or actions. Redrawn only when its value differs from last time. */
function fill(cell, value) {
  const drawn = JSON.stringify(value);
  if (cell.dataset.drawn === drawn) return;
  cell.dataset.drawn = drawn;
  cell.replaceChildren();
  for (const part of Array.isArray(value) ? value : [value]) {
    if (part?.action) cell.append(button(part.action));
    else if (part !== '') {
      const line = document.createElement('p');
      line.textContent = typeof part === 'object' ? part.text : part;
      if (part?.tone) line.className = part.tone;
      cell.append(line);
    }
  }
}

function makeTable(section) {
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const { label, kind } of columns[section.name]) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = label ? messages[label] : '';
    cell.className = kind ?? '';
    head.append(cell);
  }
  table.createTBody();
  return table;
}

function makeRow(key, name) {
  const row = document.createElement('tr');
  row.dataset.key = key;
  for (const { label, kind } of columns[name]) {
    const cell = row.insertCell();
    cell.className = kind ?? '';
    cell.dataset.label = label ? messages[label] : '';
  }
  return row;
}

function drawRows(body, name, rows) {
  const known = new Map([...body.rows].map((row) => [row.dataset.key, row]));
  const wanted = new Set(rows.map(({ key }) => key));
  for (const [key, row] of known) if (!wanted.has(key)) row.remove();
  for (const [index, { key, cells }] of rows.entries()) {
    const row = known.get(key) ?? makeRow(key, name);
    if (body.rows[index] !== row) body.insertBefore(row, body.rows[index] ?? null);
    for (const [column, value] of cells.entries()) fill(row.cells[column], value);
  }
}

function drawSection(section, state) {
  const rows = section.rows(state, messages, language);
  const element = document.getElementById(section.name);
  const nothing = element.querySelector('.none');
  nothing.hidden = rows.length > 0;
  let table = element.querySelector('table');
  if (!table) {
    table = makeTable(section);
    element.append(table);
  }
  table.hidden = rows.length === 0;
  drawRows(table.tBodies[0], section.name, rows);
}

const status = document.getElementById('pending');
const faults = document.getElementById('faults');

function draw(state) {
  status.className = 'status';
  status.textContent = state.pending > 0 ? `${messages.working}: ${state.pending}` : messages.idle;
  faults.hidden = state.faults === '';
  faults.textContent = `${messages.faultsOn}: ${state.faults}`;
  for (const section of sections) drawSection(section, state);
}

async function refresh() {
  try {
    const response = await fetch('/local/state.json');
    draw(await response.json());
  } catch {
    status.className = 'status warn';
    status.textContent = messages.lostContact;
  }
}

setInterval(() => {
  if (!document.hidden) refresh();
}, REFRESH_MS);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) refresh();
});
refresh();
