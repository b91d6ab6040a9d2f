import { formatDay } from '../../format/dates.ts';
import { formatCount } from '../../format/numbers.ts';

const count = (n: number) => formatCount(n, 'vi');

/** Hôm nay của người làm việc ở trung tâm; a catalogue of its own, because no page of learners carries its words. */
export const staffHome = {
  staffLead: 'Chọn việc để bắt đầu.',
  noTasksLead: 'Trang này chưa có việc riêng cho bạn. Bạn xem được những trang dưới đây.',
  whoDoes: 'Cần việc khác thì hỏi ai',
  whoDoesWhat: [
    { what: 'Ghi tên học viên, mở lớp, mở đợt học', who: 'Trưởng phòng Đào tạo' },
    { what: 'Số liệu năm học, báo cáo mỗi ngày', who: 'Giám đốc, Trưởng phòng Tổ chức – Tài chính' },
    { what: 'Tệp gửi lên chưa dùng được', who: 'Nhân viên học liệu' },
    { what: 'Áp phích và mã QR của chiến dịch', who: 'Chi Đoàn' },
  ],
  counts: {
    recordings: (working: number, failed: number) =>
      failed > 0
        ? `${count(failed)} tệp cần gửi lại`
        : working > 0
          ? `${count(working)} tệp đang xử lý`
          : 'Không có tệp nào chờ',
    campaigns: (open: number, touches: number) =>
      `${count(open)} chiến dịch đang chạy, ${touches === 0 ? 'chưa có lượt mở' : `${count(touches)} lượt mở`}`,
    classes: (classes: number, behind: number) =>
      behind > 0 ? `${count(behind)} người cần hỏi thăm` : `${count(classes)} lớp, không ai chậm`,
    materials: (waiting: number) =>
      waiting > 0 ? `${count(waiting)} học liệu chờ thẩm định` : 'Không có gì chờ thẩm định',
    courses: (courses: number) => `${count(courses)} khóa học`,
    report: (day: string) => `Mới nhất: ngày ${formatDay(day, 'vi')}`,
  },
  staff: {
    '/tai-len': { title: 'Tải học liệu lên', text: 'Gửi tệp, xem máy xử lý tới đâu.' },
    '/hoc-lieu': { title: 'Học liệu', text: 'Gửi, thẩm định, gỡ những gì thư viện cho xem.' },
    '/chien-dich': { title: 'Chiến dịch', text: 'Đường dẫn, mã QR và số người vào học.' },
    '/tong-quan': { title: 'Xem tổng quan', text: 'Con số của năm học, tới phút này.' },
    '/bao-cao': { title: 'Mở báo cáo', text: 'Bản tổng kết mỗi ngày, mở và in được.' },
    '/lop': { title: 'Lớp của tôi', text: 'Danh sách học viên theo tên.' },
    '/hoc-vien': { title: 'Ghi tên học viên', text: 'Nhận người mới, cấp mật khẩu, mở lớp và đợt học.' },
    '/soan-khoa-hoc': { title: 'Soạn khóa học', text: 'Viết bài, nhập câu hỏi, phát hành bài kiểm tra.' },
    '/khoa-hoc': { title: 'Khóa học', text: 'Nội dung bài, đợt học và chỗ còn.' },
  },
  everybody: {
    '/khoa-hoc': { title: 'Khóa học', text: 'Ai hỏi khóa nào còn chỗ, xem ở đây.' },
    '/thu-vien': { title: 'Thư viện', text: 'Bài giảng, tài liệu và trang hay theo chủ đề.' },
    '/hoi-giup': { title: 'Hỏi giúp', text: 'Từng bước cho người lỡ bấm, quên mật khẩu, bị lừa.' },
    '/tai-khoan': { title: 'Tài khoản của tôi', text: 'Đổi mật khẩu, cỡ chữ, người dùng máy này.' },
  },
  door: {
    title: 'TV sảnh',
    text: 'Mở trình duyệt của TV, gõ địa chỉ này. TV tự chạy cả ngày.',
    address: 'Địa chỉ gõ trên TV',
    open: 'Xem thử màn hình TV',
  },
};
