import { defineProblems } from '#shared/http/problems.ts';

export const peopleProblems = defineProblems({
  'login-name-taken': {
    status: 409,
    vi: 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
    en: 'This sign-in name is taken. Choose another one.',
  },
  'no-free-login-name': {
    status: 409,
    vi: 'Chưa tìm được tên đăng nhập cho bạn. Hãy bấm lại một lần nữa.',
    en: 'No sign-in name was found for you yet. Press once more.',
  },
  'class-code-taken': {
    status: 409,
    vi: 'Mã lớp này đã có. Hãy chọn mã khác.',
    en: 'This class code is taken. Choose another one.',
  },
  'role-missing': {
    status: 409,
    vi: 'Người này chưa có vai trò phù hợp. Hãy kiểm tra lại hồ sơ.',
    en: 'This person does not have the role for that. Check the register.',
  },
  'join-code-unknown': {
    status: 404,
    vi: 'Mã này không dùng được. Xem lại từng số, hoặc xin thầy cô mã mới.',
    en: 'This code does not work. Check every digit, or ask the teacher for a new one.',
  },
  'too-many-codes': {
    status: 429,
    // At the latest then: the count is by the hour.
    retryAfter: 3600,
    vi: 'Có quá nhiều mã sai. Đợi một giờ rồi thử lại, hoặc nhờ thầy cô.',
    en: 'Too many wrong codes. Wait an hour and try again, or ask the teacher.',
  },
  'join-code-replaced': {
    status: 409,
    vi: 'Mã vừa tạo đã được đóng hoặc thay. Tải lại trang để xem mã đang dùng.',
    en: 'The code made just now was closed or replaced. Reload the page to see the one in use.',
  },
  'taken-off': {
    status: 409,
    vi: 'Bạn đã ra khỏi lớp này. Muốn vào lại, hãy hỏi thầy cô.',
    en: 'You have left this class. Ask the teacher to come back.',
  },
  'closing-day': {
    status: 422,
    vi: 'Ngày hết hạn phải từ hôm nay đến 60 ngày tới. Hãy chọn ngày khác.',
    en: 'The last day must be between today and 60 days from now. Choose another one.',
  },
});
