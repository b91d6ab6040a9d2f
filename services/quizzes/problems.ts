import { defineProblems } from '#shared/http/problems.ts';
import { placementProblems } from './problems-diagnostic.ts';
import { fileProblems } from './problems-files.ts';
import { printedProblems } from './problems-printed.ts';

export const quizProblems = defineProblems({
  ...fileProblems,
  'bank-too-small': {
    status: 409,
    vi: 'Ngân hàng câu hỏi chưa đủ số câu đã duyệt. Hãy nhập thêm câu hỏi hoặc giảm số câu của bài.',
    en: 'The item bank has too few approved questions. Import more, or ask for fewer.',
  },
  'item-faulty': {
    status: 422,
    vi: 'Câu hỏi còn chỗ chưa đúng. Xem các mục được nêu, sửa rồi lưu lại.',
    en: 'The question has faults. See what is named, mend it and save again.',
  },
  'title-taken': {
    status: 409,
    vi: 'Ngân hàng đã có câu mang tên này. Hãy đặt tên khác, hoặc mở câu đó để sửa.',
    en: 'The bank has a question of this name. Choose another name, or open that question.',
  },
  'title-stays': {
    status: 422,
    vi: 'Tên câu không đổi được vì tệp nhập vào nhận ra câu theo tên. Hãy giữ tên cũ.',
    en: 'The name cannot be changed: files find the question by it. Keep the old one.',
  },
  'item-changed': {
    status: 409,
    vi: 'Người khác vừa lưu một bản mới của câu này. Bản bạn viết vẫn còn ở đây, hãy xem bản kia trước.',
    en: 'Somebody has just saved a newer version. What you wrote is still here; look at theirs first.',
  },
  'not-approved': {
    status: 409,
    vi: 'Câu này không có bản đã duyệt nào đang dùng. Hãy tải lại để xem.',
    en: 'No approved version of this question is in use. Reload to see.',
  },
  'questions-withdrawn': {
    status: 409,
    vi: 'Mọi câu của bài này đã được rút lại. Hãy báo giáo viên, bạn chưa mất lần làm nào.',
    en: 'Every question of this quiz was withdrawn. Tell your teacher; no attempt is used up.',
  },
  'count-or-blueprint': {
    status: 422,
    vi: 'Hãy cho biết số câu, hoặc điền ma trận đề, chỉ một trong hai.',
    en: 'Ask for a number of questions or fill in a blueprint, one of the two.',
  },
  'quiz-too-long': {
    status: 422,
    vi: 'Một bài có nhiều nhất 60 câu, tính cả mọi hàng của ma trận. Hãy giảm số câu ở vài hàng.',
    en: 'A quiz has 60 questions at most, over all rows of its blueprint. Ask for fewer in some rows.',
  },
  'marks-do-not-sum': {
    status: 422,
    vi: 'Điểm các hàng của ma trận phải cộng lại bằng 10, hoặc để trống hết. Hãy sửa lại.',
    en: 'The marks of all rows must come to 10, or all be left out.',
  },
  'closes-before-it-opens': {
    status: 422,
    vi: 'Giờ đóng bài phải sau giờ mở bài. Hãy sửa lại hai mốc giờ.',
    en: 'The quiz would close before it opens. Mend the two times.',
  },
  'closes-too-soon': {
    status: 422,
    vi: 'Giờ đóng bài đã qua. Hãy chọn một giờ sau lúc này.',
    en: 'The closing time is over already. Choose one that is still to come.',
  },
  'shorter-than-its-time': {
    status: 422,
    vi: 'Từ lúc mở đến lúc đóng ngắn hơn số phút làm bài. Hãy kéo dài, hoặc giảm số phút.',
    en: 'The quiz is open for less time than an attempt takes. Open it for longer, or allow less time.',
  },
  'review-needs-closing': {
    status: 422,
    vi: 'Muốn cho xem sau khi đóng bài thì bài phải có giờ đóng. Hãy đặt giờ đóng.',
    en: 'What is shown after the quiz closes needs a closing time. Set one.',
  },
  'late-answers-need-a-limit': {
    status: 422,
    vi: 'Bài không giới hạn giờ thì không có câu gửi muộn. Hãy đặt số phút, hoặc bỏ giờ gửi muộn.',
    en: 'A quiz without a time limit has no late answers. Set a limit, or leave the late hours out.',
  },
  'not-open-yet': {
    status: 409,
    vi: 'Bài này chưa mở. Hãy quay lại khi đến giờ.',
    en: 'This quiz is not open yet. Come back at its time.',
  },
  'quiz-closed': {
    status: 409,
    vi: 'Bài này đã đóng. Các lần trước vẫn còn để xem lại.',
    en: 'This quiz is closed. Your earlier attempts can still be looked at.',
  },
  'not-enrolled': {
    status: 403,
    vi: 'Bài này dành cho học viên của khóa học. Nếu vừa đăng ký, hãy đợi vài giây rồi thử lại.',
    en: 'This quiz is for learners of the course. If you have just enrolled, try again in a few seconds.',
  },
  'attempts-used-up': {
    status: 409,
    vi: 'Bạn đã dùng hết số lần làm bài này. Các lần trước vẫn còn để xem lại.',
    en: 'You have used all your attempts at this quiz. The earlier ones can still be looked at.',
  },
  'attempt-closed': {
    status: 409,
    vi: 'Bài đã nộp nên không sửa được nữa. Những câu đã lưu đều được chấm.',
    en: 'This attempt was handed in and cannot be changed. Every saved answer was marked.',
  },
  'deadline-passed': {
    status: 409,
    vi: 'Đã hết giờ làm bài. Những câu đã lưu sẽ được chấm, hãy bấm nộp bài.',
    en: 'Time is up. Every saved answer will be marked; hand in now.',
  },
  'older-than-saved': {
    status: 409,
    vi: 'Câu này vừa được lưu ở cửa sổ khác. Bài vẫn còn nguyên, tải lại để xem.',
    en: 'This answer was just saved in another window. Nothing is lost; reload to see the latest one.',
  },
  'item-left-behind': {
    status: 409,
    vi: 'Bài này làm lần lượt, câu đã qua không sửa được. Câu trả lời trước vẫn còn, hãy làm tiếp.',
    en: 'This quiz goes one way and the question is behind you. Its saved answer is safe; go on.',
  },
  'response-does-not-fit': {
    status: 422,
    vi: 'Câu trả lời không khớp với câu hỏi. Các câu khác vẫn còn, tải lại rồi trả lời.',
    en: 'The answer does not fit the question. Your other answers are safe; reload and answer again.',
  },
  'task-not-yours': {
    status: 409,
    vi: 'Bài này không còn do bạn giữ, hoặc bạn đã chấm rồi. Hãy nhận bài khác.',
    en: 'You no longer hold this answer, or have marked it already. Take up another one.',
  },
  'rubric-not-filled': {
    status: 422,
    vi: 'Còn tiêu chí chưa chọn mức. Hãy chọn một mức cho mỗi tiêu chí.',
    en: 'A criterion has no level yet. Choose one for each criterion.',
  },
  'extra-needs-a-limit': {
    status: 422,
    vi: 'Bài này không giới hạn giờ theo cách đó nên không cộng thêm giờ được. Hãy chọn cộng theo phút.',
    en: 'This quiz has no such limit of time to add to. Choose minutes.',
  },
  'correction-not-approved': {
    status: 409,
    vi: 'Bản sửa của câu này chưa được duyệt. Hãy duyệt câu hỏi trước rồi chấm lại.',
    en: 'The corrected question is not approved yet. Approve it first, then mark again.',
  },
  'late-proof-invalid': {
    status: 403,
    vi: 'Máy này không có bằng chứng đã mở bài trước giờ nộp. Các câu đã lưu vẫn được chấm, hãy hỏi giáo viên.',
    en: 'This device cannot show that it had the attempt before the deadline. Saved answers count; ask your teacher.',
  },
  'late-not-taken': {
    status: 409,
    vi: 'Bài này không còn nhận câu gửi muộn. Các câu đã lưu vẫn được chấm, hãy xem kết quả.',
    en: 'This attempt takes no late answers any more. Every saved answer was marked; see the result.',
  },
  'attempt-still-open': {
    status: 409,
    vi: 'Bài vẫn còn giờ làm. Câu trả lời vẫn còn, hãy gửi như bình thường.',
    en: 'The attempt is still open. Your answers are safe; send them as usual.',
  },
  ...placementProblems,
  ...printedProblems,
  'not-submitted': {
    status: 409,
    vi: 'Nộp bài xong mới xem được lời giải.',
    en: 'Explanations are shown once the attempt is handed in.',
  },
});
