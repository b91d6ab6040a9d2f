import type { Language } from '#shared/http/problem.ts';
import { defineProblems } from '#shared/http/problems.ts';
import type { FaultCode } from './contract.ts';
import type { AppraisalRefusal } from './domain/appraisal.ts';

export const quizProblems = defineProblems({
  'file-not-found': {
    status: 422,
    vi: 'Không thấy tệp vừa gửi. Hãy chọn lại tệp rồi gửi.',
    en: 'The file is not there. Choose it again and send it.',
  },
  'file-unreadable': {
    status: 422,
    vi: 'Không đọc được tệp. Hãy mở lại tệp, lưu đúng định dạng đã chọn rồi gửi lại.',
    en: 'The file cannot be read. Open it, save it in the format that you chose, and send it again.',
  },
  'file-too-large': {
    status: 422,
    vi: 'Tệp quá lớn. Hãy chia thành nhiều tệp, mỗi tệp dưới 20 MB.',
    en: 'The file is too large. Split it into files below 20 MB.',
  },
  'too-many-questions': {
    status: 422,
    vi: 'Tệp có hơn 5000 câu. Hãy chia thành nhiều tệp.',
    en: 'The file has more than 5000 questions. Split it into several files.',
  },
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
  'count-or-blueprint': {
    status: 422,
    vi: 'Hãy cho biết số câu, hoặc điền ma trận đề, chỉ một trong hai.',
    en: 'Ask for a number of questions or fill in a blueprint, one of the two.',
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
  'not-submitted': {
    status: 409,
    vi: 'Nộp bài xong mới xem được lời giải.',
    en: 'Explanations are shown once the attempt is handed in.',
  },
});

type Sentence = Readonly<Record<Language, string>>;

/** What a row of a blueprint lacks: so many fit it, of which other rows may take some. */
export const shortageSentence: Readonly<Record<Language, (fitting: number, missing: number) => string>> = {
  vi: (fitting, missing) => `Ngân hàng có ${fitting} câu hợp với hàng này, còn thiếu ${missing} câu.`,
  en: (fitting, missing) => `The bank has ${fitting} questions that fit this row; ${missing} are missing.`,
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
    vi: 'Câu tự luận chưa chấm tự động được nên không nhập vào.',
    en: 'An essay question cannot be marked by machine and was left out.',
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
    vi: 'Ngân hàng chưa giữ được hình, âm thanh và tệp bài nộp, nên chưa nhận câu này.',
    en: 'The bank does not keep pictures, sounds and files handed in yet, so it cannot take the question.',
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
  'unknown-kind': {
    vi: 'Chưa nhập được dạng câu này.',
    en: 'Questions of this kind cannot be taken in.',
  },
  formula: {
    vi: 'Câu này có công thức, mà ngân hàng chưa giữ được công thức. Hãy viết lại bằng chữ hoặc dùng ảnh.',
    en: 'The question holds a formula, which the bank cannot keep. Write it in words or as a picture.',
  },
  'picture-left-behind': {
    vi: 'Đã nhập câu này nhưng không kèm ảnh trong tệp.',
    en: 'The question was taken in without its picture.',
  },
  'object-left-behind': {
    vi: 'Câu này có đối tượng nhúng mà ngân hàng không giữ được.',
    en: 'The question holds an embedded object, which the bank cannot keep.',
  },
  'text-outside': {
    vi: 'Đoạn này không thuộc câu hỏi nào nên không nhập.',
    en: 'This text belongs to no question and was left out.',
  },
  'formula-as-text': {
    vi: 'Công thức viết bằng mã TeX được giữ nguyên như chữ. Hãy xem lại câu này.',
    en: 'A formula in TeX was kept as it is written. Look at the question again.',
  },
  'style-lost': {
    vi: 'Chữ gạch chân, gạch ngang, chỉ số trên và dưới thành chữ thường.',
    en: 'Underlined, struck, raised and lowered letters became plain ones.',
  },
  'table-flattened': {
    vi: 'Bảng trong câu này thành các dòng chữ.',
    en: 'A table became lines of text.',
  },
  'alt-missing': {
    vi: 'Ảnh chưa có lời mô tả nên tạm dùng tên tệp. Hãy viết lời mô tả.',
    en: 'A picture has no description; the name of its file stands for it. Write one.',
  },
  'fixed-order': {
    vi: 'Câu này có thứ tự lựa chọn cố định. Ở đây thứ tự luôn được xáo trộn theo bài.',
    en: 'The order of options is fixed in the file. Here the quiz decides about it.',
  },
  hints: {
    vi: 'Gợi ý cho những lần làm lại không được nhập.',
    en: 'Hints for further tries were left out.',
  },
  units: {
    vi: 'Đơn vị của số không được nhập, chỉ chấm phần số.',
    en: 'Units were left out; the number alone is marked.',
  },
  wildcard: {
    vi: 'Cách viết có dấu sao thay cho chữ bất kỳ không được nhập.',
    en: 'A form with a star for any letters was left out.',
  },
  'scoring-changed': {
    vi: 'Cách tính điểm trong tệp được đổi sang cách gần nhất.',
    en: 'The way of scoring was changed to the nearest that there is.',
  },
  category: {
    vi: 'Tên nhóm câu hỏi không được nhập.',
    en: 'The name of a category was left out.',
  },
  description: {
    vi: 'Đoạn này chỉ để đọc, không phải câu hỏi.',
    en: 'This is a text to read and asks nothing.',
  },
  random: {
    vi: 'Câu lấy ngẫu nhiên không nhập được. Bài kiểm tra ở đây tự rút câu từ ngân hàng.',
    en: 'A random question cannot be taken in. Quizzes here draw from the bank themselves.',
  },
  calculated: {
    vi: 'Câu tính toán với số ngẫu nhiên chưa nhập được.',
    en: 'A calculated question with random numbers cannot be taken in.',
  },
  'drag-onto-image': {
    vi: 'Câu kéo thả lên ảnh chưa nhập được.',
    en: 'A question to drag something onto an image cannot be taken in.',
  },
  'embedded-answers': {
    vi: 'Câu điền khuyết kiểu Cloze của Moodle chưa nhập được. Hãy dùng câu chọn từ vào chỗ trống.',
    en: 'A question of the Moodle type Cloze cannot be taken in. Use "select missing words".',
  },
  'kind-beyond': {
    vi: 'Định dạng này không ghi được dạng câu ấy nên câu không có trong tệp.',
    en: 'The format has no such kind of question, so it is not in the file.',
  },
  'media-beyond': {
    vi: 'Định dạng này không ghi được ảnh, âm thanh và phim.',
    en: 'The format cannot hold pictures, sounds and films.',
  },
  'scoring-beyond': {
    vi: 'Định dạng này không ghi được cách tính điểm riêng của câu.',
    en: 'The format cannot say how this question is scored.',
  },
  'comparison-beyond': {
    vi: 'Định dạng này không ghi được cách so chữ riêng của câu.',
    en: 'The format cannot say how texts are compared in this question.',
  },
  'tags-beyond': {
    vi: 'Định dạng này không ghi được thẻ của câu. Nhập lại vào đây thì thẻ vẫn còn.',
    en: 'The format has no tags. Imported here again, the question keeps those it has.',
  },
  'provenance-beyond': {
    vi: 'Định dạng này không ghi được nguồn và giấy phép của câu. Nhập lại vào đây thì vẫn còn.',
    en: 'The format says neither source nor licence. Imported here again, the question keeps both.',
  },
  tags: {
    vi: 'Câu có quá 10 thẻ hoặc thẻ dài hơn 40 chữ. Chỉ nhập các thẻ vừa.',
    en: 'There were more than 10 tags, or longer ones than 40 letters; the others were taken.',
  },
  'feedback-left-behind': {
    vi: 'Lời nhận xét này không được nhập.',
    en: 'This feedback was left out.',
  },
  'feedback-beyond': {
    vi: 'Định dạng này không ghi được một số lời nhận xét của câu.',
    en: 'The format cannot hold some of what is said of answers.',
  },
};
