import { defineProblems } from '#shared/http/problems.ts';

/** What is refused of exams on paper. */
export const printedProblems = defineProblems({
  'not-in-class': {
    status: 422,
    vi: 'Có người trong danh sách dự thi không thuộc lớp này. Hãy tải lại danh sách lớp rồi chọn lại.',
    en: 'Somebody on the list is not in this class. Load the class again and choose anew.',
  },
  'nothing-to-print': {
    status: 409,
    vi: 'Mọi câu của bài này đã được rút lại, không còn gì để in. Hãy duyệt câu đã sửa, hoặc chọn bài khác.',
    en: 'Every question of this quiz was withdrawn: nothing is left to print. Approve corrected ones, or choose another quiz.',
  },
  'pictures-too-large': {
    status: 422,
    vi: 'Hình của bài này quá nhiều để in: nhiều nhất 200 hình và 40 MB. Hãy thu nhỏ hình, hoặc chọn bài khác.',
    en: 'The quiz has too many pictures to print: 200 and 40 MB at most. Make them smaller, or choose another quiz.',
  },
  'not-on-paper': {
    status: 422,
    vi: 'Có câu không làm được trên giấy. Xem các câu được nêu, chọn bài khác hoặc ra bài không có các câu đó.',
    en: 'Some questions cannot be answered on paper. See which, and choose a quiz without them.',
  },
  'not-held-yet': {
    status: 409,
    vi: 'Kỳ thi này chưa đến giờ nên chưa nhập bài được. Phiếu bạn gõ vẫn còn ở đây.',
    en: 'This exam has not been held yet, so no sheet can be entered. What you typed is still here.',
  },
  'no-sheets': {
    status: 422,
    vi: 'Tệp không có dòng bài làm nào. Hãy kiểm tra: mỗi dòng cần số báo danh, mã đề và câu trả lời.',
    en: 'The file has no answer sheets. Each row needs a number, a code and the answers.',
  },
  'too-many-sheets': {
    status: 422,
    vi: 'Tệp có hơn 200 bài. Hãy chia thành nhiều tệp.',
    en: 'The file has more than 200 sheets. Split it into several files.',
  },
  'sheet-changed': {
    status: 409,
    vi: 'Điểm của bài này vừa thay đổi. Chưa có gì được sửa, hãy tải lại để xem rồi sửa.',
    en: 'The mark of this sheet has just changed. Nothing was corrected; reload, look and correct again.',
  },
  'sheet-faulty': {
    status: 422,
    vi: 'Bài vừa gõ chưa đọc được. Xem chỗ được nêu, gõ lại rồi lưu.',
    en: 'What was typed cannot be read. See what is named, type it again and save.',
  },
});
