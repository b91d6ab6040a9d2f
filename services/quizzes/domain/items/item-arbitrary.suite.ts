import fc from 'fast-check';
import type { Response } from '../../contract.ts';
import type { Kind, Media, Option, Question, QuestionOf } from '../question.ts';
import * as plain from '../question-arbitrary.suite.ts';
import { shownId } from '../shown-id.ts';
import type { Gap } from './cloze.ts';
import type { Shape } from './shape.ts';

const { text, texts, maybe } = plain;

const media: fc.Arbitrary<Media> = fc.record({
  fileId: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
  mediaType: fc.constantFrom('image/png', 'image/jpeg'),
  alt: text,
});
const words = fc
  .tuple(maybe('whenRight'), maybe('whenPartly'), maybe('whenWrong'))
  .map(
    (each) => Object.assign({}, ...each) as Partial<Record<'whenRight' | 'whenPartly' | 'whenWrong', string>>,
  );
const about = fc
  .tuple(plain.about, words, fc.option(fc.array(media, { minLength: 1, maxLength: 2 }), { nil: undefined }))
  .map(([common, said, shown]) => ({ ...common, ...said, ...(shown && { media: shown }) }));

const pictured = (options: fc.Arbitrary<Option[]>) =>
  fc
    .tuple(options, fc.array(fc.option(media, { nil: undefined }), { minLength: 6, maxLength: 6 }))
    .map(([list, pictures]) =>
      list.map((option, place) => {
        const picture = pictures[place];
        return { ...option, ...(picture && { media: [picture] }) };
      }),
    );

const scored = <S extends string>(...scorings: S[]) =>
  fc
    .option(fc.constantFrom(...scorings), { nil: undefined })
    .map((scoring) => (scoring ? { scoring } : {}) as { readonly scoring?: S });

const multiple = fc
  .tuple(pictured(plain.options(plain.multipleWeights)), scored('all-or-nothing', 'without-penalty'))
  .map(([options, scoring]) => ({ kind: 'multiple-choice' as const, options, ...scoring }));
const single = pictured(plain.options(plain.singleWeights)).map((options) => ({
  kind: 'single-choice' as const,
  options,
}));

const accepted = fc
  .array(text, { minLength: 1, maxLength: 3 })
  .map((forms) => forms.map((form, at) => ({ text: form, weight: at === 0 ? 100 : 50 })));
const shortAnswer = fc
  .tuple(accepted, fc.constantFrom('exact' as const, 'folded' as const))
  .map(([forms, compare]) => ({ kind: 'short-answer' as const, accepted: forms, compare }));

const ordering = fc
  .tuple(
    texts(3, 6),
    fc.constantFrom('all-or-nothing' as const, 'by-place' as const, 'by-neighbours' as const),
  )
  .map(([entries, scoring]) => ({ kind: 'ordering' as const, entries, scoring }));

const gap: fc.Arbitrary<Gap> = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.oneof(
      single,
      shortAnswer,
      plain.range(100).map((range) => ({ kind: 'numeric' as const, accepted: [range] })),
    ),
  )
  .map(([share, body]) => ({ share, ...body }));
const cloze = fc
  .tuple(gap, fc.array(fc.oneof(text, gap), { maxLength: 5 }))
  .map(([first, rest]) => ({ kind: 'cloze' as const, passage: ['Trước', first, ...rest] }));

/** Shapes in a cell of 200 × 200 thousandths each, so that none covers another. */
const shapeIn = (column: number, row: number): fc.Arbitrary<Shape> => {
  const at = (x: number, y: number) => ({ x: column * 200 + x, y: row * 200 + y });
  return fc.oneof(
    fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([x, y]): Shape => ({ kind: 'rectangle', from: at(x, y), to: at(x + 40, y + 60) })),
    fc
      .tuple(fc.integer({ min: 5, max: 80 }), fc.integer({ min: 5, max: 80 }))
      .map(([radiusX, radiusY]): Shape => ({ kind: 'ellipse', centre: at(100, 100), radiusX, radiusY })),
    // A hook, the middle of which is outside.
    fc.constant<Shape>({
      kind: 'polygon',
      corners: [at(10, 10), at(190, 10), at(190, 190), at(150, 190), at(150, 50), at(10, 50)],
    }),
  );
};
const hotSpot = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(2), media).chain(([right, wrong, picture]) =>
  fc
    .tuple(...Array.from({ length: right + wrong }, (_, at) => shapeIn(at % 5, Math.floor(at / 5))))
    .map((shapes) => ({
      kind: 'hot-spot' as const,
      picture,
      picks: right,
      areas: shapes.map((shape, at) => ({ shape, weight: at < right ? 100 / right : -25 })),
    })),
);

const role = fc.constantFrom('sender' as const, 'text' as const, 'link' as const, 'button' as const);
const elements = (weights: readonly number[]) =>
  fc
    .array(fc.tuple(role, text, maybe('feedback')), { minLength: weights.length, maxLength: weights.length })
    .map((list) =>
      list.map(([role, said, feedback], at) => ({ role, text: said, weight: weights[at] ?? 0, ...feedback })),
    );
const find = fc
  .integer({ min: 1, max: 4 })
  .chain((right) => elements([...Array.from({ length: right }, () => 100 / right), -50, 0]))
  .map((list) => ({ task: 'find' as const, elements: list }));
const step = elements([0, 100, 50]).map((list) => ({ task: 'step' as const, elements: list }));
const practicalTask = fc
  .tuple(fc.oneof(find, step), fc.constantFrom('text-message' as const, 'payment-form' as const))
  .map(([task, screen]) => ({ kind: 'practical-task' as const, screen, ...task }));

const rubric = texts(1, 3).map((names) => ({
  criteria: names.map((name) => ({
    name,
    levels: [0, 2, 5].map((points) => ({ points, words: `${points}` })),
  })),
}));
const essay = rubric.map((by) => ({ kind: 'essay' as const, rubric: by, minWords: 20 }));
const fileAnswer = rubric.map((by) => ({
  kind: 'file-answer' as const,
  rubric: by,
  mediaTypes: ['image/*'],
  maxFiles: 2,
}));

const matching = fc.tuple(plain.matching, scored('all-or-nothing')).map(([body, scoring]) => ({
  ...body,
  ...scoring,
}));

/** Questions of every kind, with all that an author can say of them. */
export const anyItem: fc.Arbitrary<Question> = fc
  .tuple(
    about,
    fc.oneof(
      single,
      multiple,
      plain.trueFalse,
      shortAnswer,
      plain.numeric,
      matching,
      ordering,
      cloze,
      hotSpot,
      practicalTask,
      essay,
      fileAnswer,
    ),
  )
  .map(([common, body]) => ({ ...common, ...body }));

type Responder<K extends Kind> = (
  question: QuestionOf<K>,
  order: readonly number[],
  picks: readonly number[],
) => Extract<Response, { kind: K }>;

const clozeGaps: Responder<'cloze'> = ({ kind, passage }, order, picks) => {
  const gaps: Record<string, string> = {};
  let start = 0;
  for (const part of passage.filter((each) => typeof each !== 'string')) {
    const gapNo = Object.keys(gaps).length;
    const pick = picks[gapNo % picks.length] ?? 0;
    const length = part.kind === 'single-choice' ? part.options.length : 0;
    const place = order.slice(start, start + length).indexOf(pick % Math.max(length, 1));
    gaps[shownId('g', gapNo)] = part.kind === 'single-choice' ? shownId('o', place) : `${pick}`;
    start += length;
  }
  return { kind, gaps };
};

const responders: { readonly [K in Exclude<Kind, plain.GiftKind>]: Responder<K> } = {
  ordering: ({ kind, entries }, order, picks) => ({
    kind,
    entryIds: entries
      .map((_, place) => ({ place, rank: picks[place] ?? 0 }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ place }) => shownId('e', order.indexOf(place))),
  }),
  cloze: clozeGaps,
  'hot-spot': ({ kind, picks: most }, _, picks) => ({
    kind,
    points: picks.slice(0, most).map((pick, at) => ({ x: (pick * 97) % 1000, y: (at * 211 + pick) % 400 })),
  }),
  'practical-task': ({ kind, task, elements: all }, _, picks) => ({
    kind,
    elementIds: all
      .flatMap((_element, at) => ((picks[at] ?? 0) % 2 ? [shownId('x', at)] : []))
      .slice(0, task === 'step' ? 1 : all.length),
  }),
  essay: ({ kind }, _, [pick = 0]) => ({ kind, text: pick % 2 ? 'Tôi viết.' : ' ' }),
  'file-answer': ({ kind }, _, [pick = 0]) => ({
    kind,
    files: pick % 2 ? [{ fileId: '0'.repeat(64), name: 'anh.jpg', mediaType: 'image/jpeg', bytes: 9 }] : [],
  }),
};

/** As `respond`, for questions of every kind; any numbers will do. */
export function respondTo(question: Question, order: readonly number[], picks: readonly number[]): Response {
  if (plain.isGiftKind(question)) {
    const response = plain.respond(question, order, picks);
    const isLimited = question.kind === 'multiple-choice' && question.scoring === 'without-penalty';
    if (!isLimited || response.kind !== 'multiple-choice') return response;
    const most = question.options.filter(({ weight }) => weight > 0).length;
    return { ...response, optionIds: response.optionIds.slice(0, most) };
  }
  const responder = responders[question.kind] as Responder<Kind>;
  return responder(question, order, picks);
}
