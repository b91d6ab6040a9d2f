import type { FaultCode } from './contract.ts';
import type { Sentence } from './sentences.ts';
import { formatSentences } from './sentences-formats.ts';

/** What a teacher reads about a faulty question of a file. */
export const faultSentences: Readonly<Record<FaultCode, Sentence>> = {
  syntax: {
    vi: 'Không đọc được câu này từ dòng đã nêu. Kiểm tra các dấu { } = ~ # và dòng trống bên trong câu.',
    en: 'The question cannot be read from this line on. Check { } = ~ # and blank lines inside it.',
  },
  'no-answers': {
    vi: 'Đoạn này không có phần trả lời trong dấu { }.',
    en: 'This passage has no answers in { }.',
  },
  essay: {
    vi: 'Câu này không có lựa chọn và đáp án. Nếu là câu tự luận, hãy viết tay trong ngân hàng.',
    en: 'The question has neither options nor a key. Write it by hand in the bank if it is an essay.',
  },
  'no-stem': { vi: 'Câu này chưa có nội dung hỏi.', en: 'The question asks nothing.' },
  'no-right-answer': {
    vi: 'Câu này chưa có đáp án đúng nào được trọn điểm.',
    en: 'No answer of this question earns the full mark.',
  },
  'weights-do-not-sum': {
    vi: 'Các tỉ lệ dương phải cộng lại bằng 100%.',
    en: 'The positive weights must sum to 100%.',
  },
  'option-twice': { vi: 'Có hai lựa chọn giống nhau.', en: 'Two options are the same.' },
  'one-option': { vi: 'Câu chọn cần ít nhất hai lựa chọn.', en: 'A choice needs at least two options.' },
  'too-few-pairs': {
    vi: 'Câu ghép cần ít nhất hai cặp.',
    en: 'A matching question needs at least two pairs.',
  },
  'prompt-twice': {
    vi: 'Có hai vế trái giống nhau trong câu ghép.',
    en: 'Two left sides of the matching question are the same.',
  },
  'media-without-alt': {
    vi: 'Hình, âm thanh hoặc phim của câu này chưa có lời mô tả cho người không xem, nghe được.',
    en: 'A picture, sound or film of the question lacks words for those who cannot see or hear it.',
  },
  'too-few-entries': {
    vi: 'Câu sắp xếp cần ít nhất ba mục.',
    en: 'An ordering question needs at least three entries.',
  },
  'no-gaps': {
    vi: 'Câu điền khuyết cần ít nhất một chỗ trống có điểm.',
    en: 'A cloze needs at least one gap that carries marks.',
  },
  'no-picture': {
    vi: 'Câu chạm vào hình cần một tấm hình.',
    en: 'A hot spot question needs a picture.',
  },
  'area-covered': {
    vi: 'Có vùng đúng bị vùng khác che hoặc quá mảnh để chạm vào.',
    en: 'A right area is covered by another one, or too thin to be touched.',
  },
  'too-few-picks': {
    vi: 'Số lần được chạm phải đủ cho mọi chỗ đúng.',
    en: 'There are more right places than may be picked.',
  },
  'all-picked-earns': {
    vi: 'Chạm hết mọi chỗ vẫn được trọn điểm. Hãy trừ điểm ở những chỗ bình thường.',
    en: 'Who picks everything earns everything. Let harmless places take marks away.',
  },
  'rubric-incomplete': {
    vi: 'Mỗi tiêu chí chấm cần một tên và ít nhất hai mức, mức cao nhất có điểm.',
    en: 'Every criterion needs a name and two levels or more, the highest of which carries points.',
  },
  'needs-files': {
    vi: 'Ngân hàng này chưa có ảnh, âm thanh hay phim mà câu hỏi dùng. Hãy gửi tệp trước rồi lưu câu.',
    en: 'The bank has no such picture, sound or film as the question shows. Send the file first, then save.',
  },
  'unknown-competence': {
    vi: 'Mã năng lực hoặc bậc không có trong khung. Ví dụ đúng: competence: 4.2 level: CB1.',
    en: 'The framework has no such component or level. A right example: competence: 4.2 level: CB1.',
  },
  'title-twice': {
    vi: 'Tên câu này đã dùng ở trên. Mỗi câu cần một tên riêng.',
    en: 'The title is used above. Every question needs its own.',
  },
  'too-long': { vi: 'Câu này quá dài. Hãy rút gọn.', en: 'The question is too long. Shorten it.' },
  'labels-astray': {
    vi: 'Các lựa chọn không theo thứ tự A, B, C, D. Kiểm tra xem có thiếu hoặc lặp chữ cái không.',
    en: 'The options do not go A, B, C, D. Look for a letter that is missing or there twice.',
  },
  'key-contradicts': {
    vi: 'Lựa chọn đánh dấu sao khác với đáp án đã ghi. Hãy giữ lại một cách.',
    en: 'The starred option differs from the key that is written. Keep one of them.',
  },
  'key-without-option': {
    vi: 'Đáp án nêu một chữ cái mà câu này không có lựa chọn.',
    en: 'The key names a letter for which the question has no option.',
  },
  'no-number': {
    vi: 'Đáp án của câu điền số phải là một số, ví dụ 2,5 hoặc 2..3.',
    en: 'The key of a numeric question has to be a number, for example 2.5 or 2..3.',
  },
  'no-pair': {
    vi: 'Mỗi ô của câu ghép cần hai vế, ví dụ: Chuột -> Bấm và kéo.',
    en: 'Every cell of a matching question needs two sides, for example: Mouse -> Click and drag.',
  },
  alike: {
    vi: 'Câu này gần giống một câu đã có. Hãy xem có cần giữ cả hai không.',
    en: 'The question is nearly the same as another one. See whether both are wanted.',
  },
  'written-since': {
    vi: 'Câu này vừa có người sửa sau khi gửi tệp. Bản của họ được giữ, bản trong tệp không ghi đè.',
    en: 'Somebody has edited the question since the file was sent. Theirs is kept; the file did not replace it.',
  },
  ...formatSentences,
};
