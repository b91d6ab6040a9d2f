import { defineProblems } from '#shared/http/problems.ts';

/** What is refused of files: of questions, of answers, and of what questions show. */
export const fileProblems = defineProblems({
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
  'file-not-taken': {
    status: 422,
    vi: 'Tệp này không đúng loại hoặc quá lớn. Các câu khác vẫn còn, hãy chọn tệp khác.',
    en: 'This file is of another kind, or too large. Your other answers are safe; choose another file.',
  },
  'too-many-files': {
    status: 409,
    vi: 'Câu này đã nhận quá nhiều tệp. Các tệp đã gửi vẫn còn, hãy dùng lại một tệp.',
    en: 'Too many files were sent for this question. They are safe; use one of them.',
  },
  'file-not-there': {
    status: 409,
    vi: 'Tệp của bài làm chưa gửi xong. Tệp vẫn còn trên máy, trang sẽ tự gửi lại.',
    en: 'A file of the answer has not arrived. It is still on the device, which sends it again.',
  },
  'file-not-shown': {
    status: 422,
    vi: 'Tệp này chưa dùng được. Hãy chọn một ảnh, một đoạn âm thanh hay một đoạn phim dưới 5 MB.',
    en: 'This file cannot be shown. Choose a picture (PNG, JPEG, WebP, GIF), a sound (MP3, M4A, OGG, WAV) or a film (MP4, WebM) below 5 MB.',
  },
  'too-many-questions': {
    status: 422,
    vi: 'Tệp có hơn 5000 câu. Hãy chia thành nhiều tệp.',
    en: 'The file has more than 5000 questions. Split it into several files.',
  },
});
