import type { FaultCode } from './contract.ts';
import type { Sentence } from './sentences.ts';

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
    vi: 'Câu điền khuyết có kiểu chỗ trống chưa nhập được, ví dụ chọn nhiều trong một chỗ.',
    en: 'The cloze has a gap of a kind that cannot be taken in, such as several choices in one.',
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
  'rubric-made': {
    vi: 'Tệp không có tiêu chí chấm nên tạm dùng một tiêu chí 10 điểm. Hãy viết tiêu chí riêng.',
    en: 'The file has no criteria; one of 10 points stands for them. Write your own.',
  },
  'file-types': {
    vi: 'Có loại tệp nộp mà ngân hàng không nhận ra. Hãy xem lại loại tệp của câu này.',
    en: 'The bank does not know a type of file that may be handed in. Look at the types again.',
  },
  'files-left-behind': {
    vi: 'Câu này cho nộp kèm tệp. Ở đây câu viết bài chỉ nhận chữ.',
    en: 'Files could be handed in beside the text. Here an essay takes the text alone.',
  },
  alike: {
    vi: 'Câu này gần giống một câu đã có. Hãy xem có cần giữ cả hai không.',
    en: 'The question is nearly the same as another one. See whether both are wanted.',
  },
  'written-since': {
    vi: 'Câu này vừa có người sửa sau khi gửi tệp. Bản của họ được giữ, bản trong tệp không ghi đè.',
    en: 'Somebody has edited the question since the file was sent. Theirs is kept; the file did not replace it.',
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
