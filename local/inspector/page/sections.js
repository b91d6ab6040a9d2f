// What each section shows: its columns, and how the state becomes rows of cells.

const count = (language) => (value) => new Intl.NumberFormat(language).format(value);
const UNITS = ['B', 'kB', 'MB', 'GB'];

function size(bytes, language) {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const value = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1000 ** step);
  return `${value} ${UNITS[step]}`;
}

const STEPS = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [0, 'second'],
];

/** A time relative to the server's clock, in the reader's language: "2 phút trước". Times are epoch milliseconds. */
function relative(time, now, language) {
  const seconds = Math.round((time - now) / 1000);
  const [length, unit] = STEPS.find(([least]) => Math.abs(seconds) >= least) ?? STEPS.at(-1);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    Math.trunc(seconds / Math.max(length, 1)),
    unit,
  );
}

const milliseconds = (value, language) =>
  value === undefined
    ? ''
    : `${new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(value)} ms`;

const alarming = (value, text) => (value > 0 ? { text, tone: 'bad' } : text);
const named = ({ label, name }) => [label, ...(label === name ? [] : [{ text: name, tone: 'small' }])];
const press = (name, label, input, shows = false) => ({ action: { name, label, input, shows } });

const title = (label) => ({ label, kind: 'title' });
const number = (label) => ({ label, kind: 'number' });
const brief = (label) => ({ label, kind: 'brief' });

export const columns = {
  events: [title('event'), { label: 'producer' }, { label: 'consumers' }, brief('age')],
  queues: [title('queue'), number('waiting'), number('inFlight'), brief('oldest'), {}],
  functions: [
    title('function'),
    number('invocations'),
    number('errors'),
    number('coldStarts'),
    number('lastDuration'),
    {},
  ],
  schedules: [title('schedule'), brief('next'), brief('last'), {}],
  tables: [title('table'), number('items'), number('size'), number('readUnits'), number('writeUnits')],
  buckets: [title('bucket'), number('objects'), number('size')],
  archives: [title('archive'), number('stored'), {}],
};

const TONES = { pending: 'wait', delivered: 'good', dead: 'bad' };

const consumer = (messages) => (delivery) => ({
  text: `${delivery.consumer}: ${messages[delivery.state]}${delivery.attempts > 1 ? ` ×${delivery.attempts}` : ''}`,
  tone: TONES[delivery.state],
});

const eventRows = (state, messages, language) =>
  state.events.map((event) => ({
    key: event.id,
    cells: [
      [event.detailType, { text: event.eventId ?? event.id, tone: 'small' }],
      event.source,
      event.deliveries.length > 0
        ? event.deliveries.map(consumer(messages))
        : { text: messages.nobody, tone: 'small' },
      relative(event.time, state.now, language),
    ],
  }));

const queueRows = (state, messages, language) =>
  state.queues.map((queue) => ({
    key: queue.name,
    cells: [
      [
        ...named(queue),
        ...queue.deadLettersOf.map((source) => ({
          text: `${messages.deadLettersOf} ${source}`,
          tone: 'small',
        })),
      ],
      queue.deadLetters
        ? alarming(queue.waiting, count(language)(queue.waiting))
        : count(language)(queue.waiting),
      count(language)(queue.inFlight),
      queue.oldest === undefined ? '' : relative(queue.oldest, state.now, language),
      [
        ...(queue.waiting > 0 ? [press('peek', 'peek', { queue: queue.name }, true)] : []),
        ...(queue.waiting > 0 && queue.deadLetters
          ? [press('redrive', 'redrive', { queue: queue.name })]
          : []),
      ],
    ],
  }));

const functionRows = (state, _messages, language) =>
  state.functions.map((one) => ({
    key: one.name,
    cells: [
      named(one),
      count(language)(one.invocations),
      alarming(one.errors, count(language)(one.errors)),
      count(language)(one.coldStarts),
      milliseconds(one.lastDurationMs, language),
      press('logs', 'logs', { function: one.name }, true),
    ],
  }));

const scheduleRows = (state, messages, language) =>
  state.schedules.map((schedule) => ({
    key: schedule.name,
    cells: [
      [schedule.label, { text: schedule.expression, tone: 'small' }],
      schedule.next === undefined ? messages.never : relative(schedule.next, state.now, language),
      schedule.last === undefined ? messages.never : relative(schedule.last, state.now, language),
      press('run-schedule', 'runNow', { schedule: schedule.name }),
    ],
  }));

const tableRows = (state, _messages, language) =>
  state.tables.map((table) => ({
    key: table.name,
    cells: [
      named(table),
      count(language)(table.items),
      size(table.bytes, language),
      count(language)(table.readUnits),
      count(language)(table.writeUnits),
    ],
  }));

const bucketRows = (state, _messages, language) =>
  state.buckets.map((bucket) => ({
    key: bucket.name,
    cells: [named(bucket), count(language)(bucket.objects), size(bucket.bytes, language)],
  }));

const archiveRows = (state, _messages, language) =>
  state.archives.map((archive) => ({
    key: archive.name,
    cells: [
      named(archive),
      count(language)(archive.events),
      archive.events > 0 ? press('replay', 'replay', { archive: archive.name }) : '',
    ],
  }));

export const sections = [
  { name: 'events', rows: eventRows },
  { name: 'queues', rows: queueRows },
  { name: 'functions', rows: functionRows },
  { name: 'schedules', rows: scheduleRows },
  { name: 'tables', rows: tableRows },
  { name: 'buckets', rows: bucketRows },
  { name: 'archives', rows: archiveRows },
];
