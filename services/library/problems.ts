import { defineProblems } from '#shared/http/problems.ts';

export const libraryProblems = defineProblems({
  'material-waits': {
    status: 409,
    vi: 'Học liệu đang chờ thẩm định nên không sửa được. Hãy đợi kết quả.',
    en: 'The material waits to be appraised and cannot be changed. Wait for the decision.',
  },
  'material-changed': {
    status: 409,
    vi: 'Học liệu vừa được sửa ở nơi khác. Hãy tải lại trang để xem bản mới nhất.',
    en: 'The material was changed somewhere else. Reload the page and look at the latest version.',
  },
  'file-not-free': {
    status: 409,
    vi: 'Tệp này đang dùng cho học liệu khác. Hãy chọn một bản nháp của bạn có tệp.',
    en: 'This file belongs to another material. Choose a draft of yours that holds a file.',
  },
  'file-elsewhere': {
    status: 409,
    vi: 'Tệp mới phải cùng loại, cùng khóa học và cùng bài với học liệu này. Hãy gửi lại tệp cho đúng chỗ, rồi chọn lại.',
    en: 'The new file must be of the same kind, course and lesson as this material. Send it again as such, then choose it.',
  },
  'file-gone': {
    status: 409,
    vi: 'Tệp của học liệu này đã được bỏ và bị xóa. Hãy gửi lại tệp, rồi chọn tệp mới cho học liệu.',
    en: 'The file of this material was given up and is deleted. Send it again, then choose the new file.',
  },
  'no-draft': {
    status: 409,
    vi: 'Không có bản nháp nào để gửi. Hãy sửa học liệu trước rồi gửi.',
    en: 'There is no draft to hand in. Change the material first.',
  },
  'material-incomplete': {
    status: 409,
    vi: 'Học liệu còn thiếu thông tin. Xem các mục được nêu, điền đủ rồi gửi lại.',
    en: 'The material is incomplete. Fill in what is named, then hand it in again.',
  },
  'own-material': {
    status: 409,
    vi: 'Bạn đã tham gia làm học liệu này. Hãy nhờ người khác thẩm định.',
    en: 'You had a hand in this material. Ask somebody else to appraise it.',
  },
  'not-waiting': {
    status: 409,
    vi: 'Học liệu này không còn chờ thẩm định. Hãy tải lại danh sách.',
    en: 'This material does not wait to be appraised any more. Reload the list.',
  },
  'checks-open': {
    status: 409,
    vi: 'Chưa kiểm đủ các mục. Hãy đánh dấu mọi mục rồi phát hành, hoặc trả lại kèm góp ý.',
    en: 'Some points were not looked at. Tick all of them to issue it, or return it with remarks.',
  },
  'not-issued': {
    status: 409,
    vi: 'Việc này chưa làm được với học liệu lúc này. Hãy tải lại trang để xem tình trạng mới.',
    en: 'This cannot be done with the material as it stands now. Reload the page and look again.',
  },
  'too-many-codes': {
    status: 429,
    retryAfter: 600,
    vi: 'Vừa có quá nhiều mã sai. Hãy thử lại vào giờ sau.',
    en: 'Too many wrong codes were typed. Try again in the next hour.',
  },
});
