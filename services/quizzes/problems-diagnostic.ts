import { defineProblems } from '#shared/http/problems.ts';

/** What is refused of diagnostics and placements. */
export const placementProblems = defineProblems({
  'diagnostic-too-thin': {
    status: 409,
    vi: 'Có miền năng lực chưa đủ câu đã duyệt. Hãy thêm câu, chọn thêm ngân hàng hoặc bỏ miền đó ra.',
    en: 'A domain has too few approved questions. Add some, choose more banks, or leave the domain out.',
  },
  'placed-recently': {
    status: 409,
    vi: 'Bạn vừa xem mức cách đây chưa lâu. Kết quả vẫn còn, hãy học thêm rồi làm lại sau.',
    en: 'You were placed not long ago. Your levels are kept; learn something and come back later.',
  },
  'other-question-now': {
    status: 409,
    vi: 'Câu này đã được trả lời ở cửa sổ khác. Câu trả lời đó vẫn còn, hãy làm câu đang chờ.',
    en: 'This question was answered in another window. That answer is kept; go on with the one that waits.',
  },
  'placement-over': {
    status: 409,
    vi: 'Đã hết giờ xem mức nên câu này không được tính. Các câu trước vẫn tính, hãy xem kết quả.',
    en: 'The time of this placement is over, so this answer does not count. The earlier ones do; see your levels.',
  },
});
