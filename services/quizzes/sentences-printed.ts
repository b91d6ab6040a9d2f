import type { Language } from '#shared/http/problem.ts';
import { clockOf, dayOf } from '#shared/time/local-time.ts';
import type { SheetFaultCode } from './contract.ts';
import type { RowFault } from './domain/printed/judge-rows.ts';
import type { NotOnPaper } from './domain/printed/not-on-paper.ts';
import type { Sentence } from './sentences.ts';

/** Why a question cannot be printed. */
export const notOnPaperSentences: Readonly<Record<NotOnPaper, Sentence>> = {
  'kind-needs-screen': {
    vi: 'dạng câu này chỉ làm được trên màn hình',
    en: 'this kind of question needs a screen',
  },
  'kind-needs-marker': {
    vi: 'câu này phải có người chấm',
    en: 'somebody has to read and mark this question',
  },
  'sound-or-film': { vi: 'câu này có âm thanh hoặc phim', en: 'the question has a sound or a film' },
  'too-many-choices': { vi: 'câu này có hơn 10 lựa chọn', en: 'the question has more than 10 choices' },
};

const sheetSentences: Readonly<
  Record<Exclude<SheetFaultCode, 'wrong-count' | 'unreadable-answer' | 'late-answers-may-come'>, Sentence>
> = {
  'unknown-number': {
    vi: 'Không có số báo danh này trong danh sách. Xem lại số trên phiếu.',
    en: 'Nobody has this number. Look at the sheet again.',
  },
  'unknown-code': {
    vi: 'Kỳ thi này không có mã đề đó. Xem lại mã trên phiếu.',
    en: 'The exam has no such code. Look at the sheet again.',
  },
  'number-twice': {
    vi: 'Số báo danh này có hai dòng. Giữ lại một dòng đúng.',
    en: 'This number is there twice. Keep the right row.',
  },
  differs: {
    vi: 'Bài này đã nhập khác đi. Muốn sửa, chọn bài ở bảng kết quả rồi ghi lý do.',
    en: 'This sheet was entered differently before. To change it, open it in the results and give a reason.',
  },
  'not-enrolled': {
    vi: 'Người này chưa có chỗ trong khóa học nên chưa chấm được.',
    en: 'This person has no seat in the course, so nothing can be marked.',
  },
  'attempts-used-up': {
    vi: 'Người này đã dùng hết số lần làm bài.',
    en: 'This person has used all attempts at the quiz.',
  },
  'attempt-still-open': {
    vi: 'Người này đang làm bài này trên mạng. Đợi họ nộp rồi nhập.',
    en: 'This person is taking the quiz online. Enter the sheet once that is handed in.',
  },
  'own-sheet': {
    vi: 'Đây là bài của chính bạn. Hãy nhờ đồng nghiệp nhập.',
    en: 'This is your own sheet. Ask a colleague to enter it.',
  },
};

const MINUTE_MS = 60_000;
const endOfMinute = (instant: string): string =>
  new Date(Math.ceil(Date.parse(instant) / MINUTE_MS) * MINUTE_MS).toISOString();

/** What is wrong with one answer sheet. */
export function sheetSentence(fault: RowFault, language: Language): string {
  if (fault.code === 'wrong-count') {
    const { given, wanted } = fault;
    return language === 'vi'
      ? `Đề có ${wanted} câu nhưng dòng này có ${given}. Câu bỏ trống gõ dấu -.`
      : `The paper has ${wanted} questions, this row ${given} answers. Type - for one left out.`;
  }
  if (fault.code === 'unreadable-answer') {
    const { question, cell } = fault;
    return language === 'vi'
      ? `Câu ${question}: “${cell}” không trả lời được câu này.`
      : `Question ${question}: “${cell}” cannot be an answer to it.`;
  }
  if (fault.code === 'late-answers-may-come') {
    const end = endOfMinute(fault.until);
    const [day, clock] = [dayOf(end).split('-').toReversed().join('/'), clockOf(end)];
    return language === 'vi'
      ? `Máy của người này còn được gửi câu đã làm đến ${clock} ngày ${day}. Bỏ dòng này ra, nhập sau giờ đó.`
      : `This person's device may still send answers until ${clock} on ${day}. Leave the row out and enter it after that.`;
  }
  return sheetSentences[fault.code][language];
}
