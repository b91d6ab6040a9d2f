import { defineProblems } from '#shared/http/problems.ts';

export const enrollmentProblems = defineProblems({
  'already-enrolled': {
    status: 409,
    vi: 'Bạn đã có chỗ hoặc đang xếp hàng trong lớp này. Xem lại ở trang Hôm nay.',
    en: 'You already hold a seat or a place in the queue of this run. See the page Today.',
  },
  'run-closed': {
    status: 409,
    vi: 'Lớp này không còn nhận đăng ký. Hãy chọn lớp khác.',
    en: 'This run no longer takes enrolments. Choose another one.',
  },
  'already-completed': {
    status: 409,
    vi: 'Bạn đã hoàn thành khóa học này nên không hủy được. Xem kết quả ở trang Chứng nhận.',
    en: 'This course is completed and cannot be cancelled any more. See its result among your certificates.',
  },
  'slug-taken': {
    status: 409,
    vi: 'Đã có khóa học dùng địa chỉ này. Hãy đặt địa chỉ khác.',
    en: 'Another course uses this address. Choose another address.',
  },
  'ends-before-it-starts': {
    status: 422,
    vi: 'Ngày kết thúc phải sau ngày bắt đầu. Hãy sửa lại ngày.',
    en: 'The last day must not be before the first. Change one of them.',
  },
});
