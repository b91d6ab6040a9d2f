import { formatDay } from '../../format/dates.ts';
import { formatCount } from '../../format/numbers.ts';

const count = (n: number) => formatCount(n, 'vi');

/** Hôm nay. */
export const home = {
  title: 'Hôm nay',
  guestTitle: 'Mỗi ngày 10 phút, ai cũng dùng được số',
  guestLead: 'Học dùng điện thoại, tránh bị lừa, làm giấy tờ trên mạng. Miễn phí tại Gia Định.',
  firstLesson: 'Học thử bài đầu tiên',
  firstLessonMore: 'Không cần tài khoản',
  haveAccount: 'Tôi đã có tài khoản',
  guestSteps: [
    { title: 'Học từng bài ngắn', text: 'Chữ to, câu ngắn, học lúc nào cũng được.' },
    { title: 'Tự kiểm tra', text: 'Mất mạng giữa chừng, bài làm vẫn còn.' },
    { title: 'Có chỗ trong lớp', text: 'Giữ chỗ ngay trên điện thoại, thấy còn bao nhiêu chỗ.' },
  ],
  hello: (name: string) => `Chào ${name}!`,
  helloNoName: 'Chào bạn!',
  helloAwaited: 'Chào',
  learnerLead: 'Hôm nay mình học 10 phút nhé.',
  lessonOf: (course: string, n: number, of: number) => `${course} · Bài ${n}/${of}`,
  learnNow: (minutes: number) => `Học tiếp, ${minutes} phút`,
  takeQuizTitle: 'Học xong rồi, thử làm bài kiểm tra',
  takeQuiz: 'Làm bài kiểm tra',
  finishQuizTitle: 'Bài kiểm tra đang làm dở',
  finishQuizText: 'Câu bạn đã trả lời vẫn còn nguyên.',
  finishQuizUntil: (time: string) => `Làm xong trước ${time}.`,
  finishQuiz: 'Làm tiếp bài kiểm tra',
  seatGotTitle: 'Bạn đã có chỗ rồi!',
  seatGotText: (day: string) => `Có người trả chỗ cho bạn. Lớp bắt đầu ngày ${day}.`,
  seatGot: 'Xem lớp của tôi',
  classToday: 'Hôm nay lớp bắt đầu',
  classTomorrow: 'Ngày mai lớp bắt đầu',
  classText: (place: string) => `Nơi học: ${place}. Nhớ sạc đầy điện thoại.`,
  seeClass: 'Xem lớp và bài học',
  smallThings: 'Việc nhỏ hôm nay',
  things: [
    'Khóa màn hình điện thoại bằng mã số.',
    'Xóa một tin nhắn lạ trong máy.',
    'Tăng cỡ chữ lên một nấc cho dễ đọc.',
    'Lưu số tổng đài ngân hàng vào danh bạ.',
    'Gọi video cho một người thân.',
    'Chụp một tấm ảnh rồi gửi cho bạn học.',
    'Tắt Wi-Fi rồi bật lại để quen tay.',
    'Xem tên người nhận trước khi chuyển tiền.',
    'Nghe đọc một bài học trên máy.',
    'Kể cho người nhà một chiêu lừa đảo.',
    'Cập nhật một ứng dụng từ kho chính thức.',
    'Chỉ cho một người cách phóng to chữ.',
    'Xem máy còn bao nhiêu dung lượng.',
    'Đặt hình nền là một bức ảnh bạn thích.',
  ],
  chooseTitle: 'Chọn một khóa để bắt đầu',
  chooseText: 'Có khóa cho người mới dùng điện thoại lần đầu.',
  choose: 'Xem các khóa học',
  isHere: 'Có sẵn trên máy, không tốn 4G',
  progress: (done: number, of: number) => `Đã học ${done} trong ${of} bài`,
  myCourses: 'Khóa của tôi',
  completed: (mark: string) => `Hoàn thành, ${mark} điểm`,
  completedNoMark: 'Hoàn thành',
  learning: 'Đang học',
  waiting: (n: number) => `Chờ chỗ, thứ ${n}`,
  waitingNoNumber: 'Chờ chỗ',
  shortcuts: 'Đi nhanh',
  urgentHelp: 'Tôi lỡ bấm rồi, giúp tôi!',
  otherThings: 'Bạn muốn làm gì?',
  staffLead: 'Chọn việc để bắt đầu.',
  noTasksLead: 'Trang này chưa có việc riêng cho bạn. Bạn xem được những trang dưới đây.',
  whoDoes: 'Cần việc khác thì hỏi ai',
  whoDoesWhat: [
    { what: 'Ghi tên học viên, mở lớp, mở đợt học', who: 'Trưởng phòng Đào tạo' },
    { what: 'Số liệu năm học, báo cáo mỗi ngày', who: 'Giám đốc, Trưởng phòng Tổ chức – Tài chính' },
    { what: 'Bài giảng chưa xem được', who: 'Nhân viên học liệu' },
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
    courses: (courses: number) => `${count(courses)} khóa học`,
    report: (day: string) => `Mới nhất: ngày ${formatDay(day, 'vi')}`,
  },
  staff: {
    '/tai-len': { title: 'Tải bài giảng lên', text: 'Gửi video, xem máy xử lý tới đâu.' },
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
    '/hoi-giup': { title: 'Hỏi giúp', text: 'Từng bước cho người lỡ bấm, quên mật khẩu, bị lừa.' },
    '/tai-khoan': { title: 'Tài khoản của tôi', text: 'Đổi mật khẩu, cỡ chữ, người dùng máy này.' },
  },
};
