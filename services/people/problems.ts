import { defineProblems } from '#shared/http/problems.ts';

export const peopleProblems = defineProblems({
  'login-name-taken': {
    status: 409,
    vi: 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
    en: 'This sign-in name is taken. Choose another one.',
  },
  'class-code-taken': {
    status: 409,
    vi: 'Mã lớp này đã có. Hãy chọn mã khác.',
    en: 'This class code is taken. Choose another one.',
  },
  'account-pending': {
    status: 409,
    vi: 'Tài khoản đang được tạo. Thử lại sau vài giây.',
    en: 'The account is being made. Try again in a few seconds.',
  },
  'role-missing': {
    status: 409,
    vi: 'Người này chưa có vai trò phù hợp. Hãy kiểm tra lại hồ sơ.',
    en: 'This person does not have the role for that. Check the register.',
  },
});
