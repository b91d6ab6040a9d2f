import { formatDay } from '../../format/dates.ts';

/** Lịch của tôi. */
export const calendar = {
  title: 'Lịch của tôi',
  lead: 'Ngày học, ngày kết thúc và chỗ đang chờ.',
  today: 'Hôm nay',
  month: (month: number, year: number) => `Tháng ${month} năm ${year}`,
  weekdays: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'],
  kinds: {
    quiz: 'Bài kiểm tra đang làm dở',
    ongoing: 'Đang học',
    starts: 'Ngày học đầu tiên',
    ends: 'Ngày cuối của đợt học',
    queue: 'Đang chờ chỗ',
  },
  events: { run: 'Đợt học', ends: 'Ngày cuối của đợt học', quiz: 'Bài kiểm tra đang làm dở' },
  hoursByTeacher: 'Giờ của từng buổi do thầy cô báo.',
  handInBefore: 'Nộp bài trước khi hết giờ này.',
  until: (time: string) => `Hết giờ lúc ${time}`,
  queueNo: (n: number) => `Bạn đứng thứ ${n}. Có người trả chỗ thì bạn được vào.`,
  run: (code: string) => `Đợt ${code}`,
  period: (from: string, to: string) => `${formatDay(from, 'vi')} đến ${formatDay(to, 'vi')}`,
  addAll: 'Thêm vào lịch điện thoại',
  addAllMore: 'Máy sẽ hỏi bạn mở bằng lịch nào. Bạn chọn lịch hay dùng.',
  added: 'Đã tạo tệp lịch. Mở tệp để thêm vào điện thoại.',
  addFailed: 'Chưa tạo được tệp lịch. Kiểm tra mạng rồi bấm lại.',
  fileName: 'lich-hoc.ics',
  fileTitle: 'Lịch học Bình dân học vụ số',
  none: 'Lịch còn trống. Giữ chỗ trong một khóa học là có lịch ngay.',
  toCourses: 'Xem các khóa học',
};
