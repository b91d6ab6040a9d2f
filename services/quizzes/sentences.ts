import type { Language } from '#shared/http/problem.ts';
import type { AppraisalRefusal } from './domain/appraisal.ts';
import type { ThinDomain } from './domain/diagnostic/pool.ts';

export type Sentence = Readonly<Record<Language, string>>;

/** What a row of a blueprint lacks: so many fit it, of which other rows may take some. */
export const shortageSentence: Readonly<Record<Language, (fitting: number, missing: number) => string>> = {
  vi: (fitting, missing) => `Ngân hàng có ${fitting} câu hợp với hàng này, còn thiếu ${missing} câu.`,
  en: (fitting, missing) => `The bank has ${fitting} questions that fit this row; ${missing} are missing.`,
};

/** What a domain has that a diagnostic can ask: too few items, or all of one level. */
export const thinDomainSentence: Readonly<Record<Language, (thin: ThinDomain) => string>> = {
  vi: ({ domain, items, levels }) =>
    `Miền ${domain} có ${items} câu dùng được, ở ${levels} mức. Cần đủ số câu và ít nhất 2 mức.`,
  en: ({ domain, items, levels }) =>
    `Domain ${domain} has ${items} usable questions of ${levels} levels. It needs enough of at least 2 levels.`,
};

/** Why nothing was decided about a version of an item. */
export const appraisalSentences: Readonly<Record<AppraisalRefusal | 'not-found', Sentence>> = {
  'own-item': {
    vi: 'Bạn là người viết câu này nên người khác phải duyệt. Hãy nhờ đồng nghiệp xem giúp.',
    en: 'You wrote this version, so somebody else has to decide. Ask a colleague.',
  },
  changed: {
    vi: 'Câu này vừa có bản mới. Hãy tải lại, đọc bản mới rồi duyệt.',
    en: 'There is a newer version. Reload, read it, then decide.',
  },
  decided: {
    vi: 'Người khác vừa quyết định về câu này. Hãy tải lại để xem.',
    en: 'Somebody else has just decided about it. Reload to see how.',
  },
  'not-found': {
    vi: 'Ngân hàng không có câu này. Hãy tải lại trang.',
    en: 'The bank has no such question. Reload the page.',
  },
};
