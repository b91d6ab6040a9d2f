import { describe, expect, it } from 'vitest';
import { problemCatalogues, problemText, refusalCodes } from '../../docs/generate/refusals.ts';
import { commonProblems } from '../../shared/http/problems.ts';
import {
  englishLeftovers,
  foreignWords,
  longSentences,
  STAFF_WORDS,
  sentencesOver,
} from '../support/plain-words.ts';
import { everyRoute } from './every-route.ts';

const catalogues = await problemCatalogues();
const texts = Object.entries({ common: commonProblems, ...catalogues }).flatMap(([service, catalogue]) =>
  Object.entries(catalogue).map(([code, text]) => ({ service, code, text })),
);

describe.each(everyRoute)('$service $key', ({ service, route }) => {
  it('refuses with known codes only, each named once', () => {
    for (const code of refusalCodes(route))
      expect(() => problemText(code, catalogues[service] ?? {})).not.toThrow();
    expect(new Set(route.refusals).size).toBe(route.refusals?.length ?? 0);
  });
});

/** What a person can do about it: ask, look, change, wait, begin again. */
const WHAT_TO_DO =
  /hãy|thử|chọn|kiểm tra|xem|tải lại|đợi|sửa|chia nhỏ|đăng nhập|hỏi|dùng|quay lại|nhập|gửi lại|bấm|đặt|học/i;
/** Refusals that reach somebody in the middle of a quiz. */
const IN_A_QUIZ = ['saveAnswer', 'submitAttempt', 'getAttempt'];
const WORK_IS_SAFE = /đã lưu|vẫn|còn nguyên|an toàn|được chấm|không mất/;

describe.each(everyRoute.filter(({ name }) => IN_A_QUIZ.includes(name)))(
  'a refused $name',
  ({ service, route }) => {
    it.each([...(route.refusals ?? [])].filter((code) => code !== 'not-found'))(
      'says that the work is safe: %s',
      (code) => {
        expect(problemText(code, catalogues[service] ?? {}).vi).toMatch(WORK_IS_SAFE);
      },
    );
  },
);

const reachesLearners = ({ route: { roles } }: (typeof everyRoute)[number]): boolean =>
  typeof roles === 'string' || roles.includes('learner');

describe.each(everyRoute.filter(reachesLearners))('$service $key', ({ service, route }) => {
  it('refuses a learner in sentences of at most 15 words', () => {
    const said = refusalCodes(route).map((code) => problemText(code, catalogues[service] ?? {}).vi);
    expect(said.flatMap(longSentences)).toEqual([]);
  });
});

describe.each(texts)('$service: $code', ({ text }) => {
  it('is said in Vietnamese and in English', () => {
    expect(text.vi).toMatch(/[à-ỹđ]/i);
    expect(text.en).toMatch(/^[\x20-\x7e]+$/);
    for (const sentence of [text.vi, text.en]) expect(sentence).toMatch(/^\S.*[.]$/);
  });

  it('is said in plain words: short sentences, no English', () => {
    expect(sentencesOver(STAFF_WORDS, text.vi)).toEqual([]);
    expect([...foreignWords(text.vi, ['mb']), ...englishLeftovers(text.vi)]).toEqual([]);
  });

  it('says what to do now, not only what happened', () => {
    expect(text.vi).toMatch(WHAT_TO_DO);
  });

  it('is an error of the caller or of the system', () => {
    expect(text.status).toBeGreaterThanOrEqual(400);
    expect(text.status).toBeLessThan(600);
  });
});

describe.each(texts.filter(({ service }) => service !== 'common'))('$service: $code', ({ service, code }) => {
  it('belongs to a route of its service', () => {
    const routes = everyRoute.filter((one) => one.service === service);
    expect(routes.flatMap(({ route }) => route.refusals ?? [])).toContain(code);
  });

  it('does not replace a common code', () => {
    expect(Object.keys(commonProblems)).not.toContain(code);
  });
});
