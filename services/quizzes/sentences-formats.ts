import type { FaultCode } from './contract.ts';
import type { Sentence } from './sentences.ts';

/** What a file says that the bank does not take, or not quite, and what of the bank a format does not say. */
export const formatSentences = {
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
  'feedback-left-behind': {
    vi: 'Lời nhận xét này không được nhập.',
    en: 'This feedback was left out.',
  },
  'feedback-beyond': {
    vi: 'Định dạng này không ghi được một số lời nhận xét của câu.',
    en: 'The format cannot hold some of what is said of answers.',
  },
} as const satisfies Partial<Record<FaultCode, Sentence>>;
