import { defineProblems } from '#shared/http/problems.ts';

export const mediaProblems = defineProblems({
  'upload-finished': {
    status: 409,
    vi: 'Tệp này đã gửi xong hoặc đã hết hạn gửi. Hãy xem lại danh sách.',
    en: 'This upload is finished or its time is over. Look at the list again.',
  },
  'day-quota-reached': {
    status: 429,
    vi: 'Hôm nay đã gửi hết dung lượng cho phép. Hãy gửi tiếp vào ngày mai, hoặc chọn tệp nhỏ hơn.',
    en: 'As much as may be sent in a day has been sent. Go on tomorrow, or choose a smaller file.',
  },
  'room-quota-reached': {
    status: 409,
    vi: 'Kho đã hết chỗ cho tệp này. Hãy hỏi cán bộ học liệu, hoặc chọn tệp nhỏ hơn.',
    en: 'There is no room left for this file. Ask the content staff, or choose a smaller file.',
  },
  'nothing-to-retry': {
    status: 409,
    vi: 'Tệp này không cần làm lại, hoặc không thể làm lại. Hãy xem lại danh sách.',
    en: 'This file need not or cannot be tried again. Look at the list again.',
  },
  'parts-do-not-fit': {
    status: 409,
    vi: 'Các phần đã gửi chưa khớp với tệp. Hãy bấm gửi tiếp để gửi phần còn thiếu.',
    en: 'The parts that arrived are not the whole file. Go on sending to add what is missing.',
  },
  'captions-unreadable': {
    status: 422,
    vi: 'Có dòng phụ đề không đọc được. Hãy sửa các dòng được nêu rồi lưu lại.',
    en: 'Some lines of the captions cannot be read. Mend the lines named and save again.',
  },
  'captions-too-long': {
    status: 422,
    vi: 'Phụ đề quá dài để lưu. Hãy bỏ bớt chữ rồi lưu lại.',
    en: 'The captions are too long to be kept. Shorten them and save again.',
  },
  'captions-empty': {
    status: 409,
    vi: 'Phụ đề chưa có dòng nào. Hãy thêm dòng rồi công bố.',
    en: 'These captions are empty. Add some and publish again.',
  },
  'captions-beyond-end': {
    status: 409,
    vi: 'Có dòng phụ đề bắt đầu sau khi bài giảng hết. Hãy sửa giờ của dòng đó rồi công bố.',
    en: 'A caption begins after the end of the recording. Mend its time and publish again.',
  },
  'not-ready': {
    status: 409,
    vi: 'Bài giảng chưa xem được nên chưa công bố được phụ đề. Hãy đợi máy xử lý xong.',
    en: 'The recording cannot be watched yet. Wait until it is ready, then publish.',
  },
  'enrolment-needed': {
    status: 403,
    vi: 'Bài này dành cho học viên của khóa học. Hãy ghi danh khóa học để xem.',
    en: 'This is for the learners of the course. Enrol in the course to watch it.',
  },
  'too-many-codes': {
    status: 429,
    // At the latest then: the count is by the hour.
    retryAfter: 3600,
    vi: 'Có quá nhiều mã sai. Đợi một giờ rồi thử lại, hoặc nhờ cán bộ trung tâm.',
    en: 'Too many wrong codes. Wait an hour and try again, or ask the staff of the centre.',
  },
});
