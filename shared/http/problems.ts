/** Sentences a person can act on, per stable code: status first, then Vietnamese and English. */
export type ProblemText = {
  readonly status: number;
  readonly vi: string;
  readonly en: string;
  /** Seconds after which asking again makes sense, for the header. */
  readonly retryAfter?: number;
};
export type ProblemCatalogue = Readonly<Record<string, ProblemText>>;

/** Keeps the codes as literal types, so that a refusal with an unknown code does not compile. */
export const defineProblems = <const C extends ProblemCatalogue>(catalogue: C): C => catalogue;

export const commonProblems = defineProblems({
  'invalid-request': {
    status: 422,
    vi: 'Thông tin gửi lên chưa đúng. Xem các mục được nêu rồi sửa lại.',
    en: 'What was sent is not valid. See the fields named, mend them and send again.',
  },
  'invalid-cursor': {
    status: 422,
    vi: 'Trang tiếp theo không mở được. Hãy xem lại từ đầu danh sách.',
    en: 'The next page could not be opened. Start again from the top of the list.',
  },
  'malformed-request': {
    status: 400,
    vi: 'Yêu cầu không đọc được. Tải lại trang rồi thử lại.',
    en: 'The request could not be read. Reload the page and try again.',
  },
  'too-large': {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn. Chia nhỏ rồi gửi lại.',
    en: 'What was sent is too large. Split it and send again.',
  },
  'sign-in-needed': {
    status: 401,
    vi: 'Cần đăng nhập để làm việc này.',
    en: 'Sign in to do this.',
  },
  forbidden: {
    status: 403,
    vi: 'Tài khoản này không được làm việc này. Nếu bạn cần làm, hãy hỏi phòng Đào tạo.',
    en: 'This account may not do this. Ask the training office if you need to.',
  },
  'not-found': {
    status: 404,
    vi: 'Không tìm thấy, có thể mục này đã được gỡ. Quay lại trang trước để chọn mục khác.',
    en: 'Not found; it may have been removed. Go back and choose something else.',
  },
  conflict: {
    status: 409,
    vi: 'Nhiều người đang sửa cùng lúc. Việc của bạn vẫn còn, thử lại sau vài giây.',
    en: 'Several people are changing this at once. Your work is still there; try again in a few seconds.',
  },
  'try-again': {
    status: 503,
    retryAfter: 1,
    vi: 'Hệ thống đang bận. Bài của bạn vẫn an toàn, thử lại sau vài giây.',
    en: 'The system is busy. Your work is safe; try again in a few seconds.',
  },
  internal: {
    status: 500,
    vi: 'Có lỗi ở phía hệ thống. Bài của bạn vẫn an toàn, thử lại sau ít phút.',
    en: 'Something went wrong on our side. Your work is safe; try again in a few minutes.',
  },
});
