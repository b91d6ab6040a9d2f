import { formatCount } from '../../format/numbers.ts';

const count = (n: number) => formatCount(n, 'vi');

/** Tổng quan và báo cáo. */
export const overview = {
  title: 'Tổng quan',
  asOf: (year: string, when: string) => `Năm học ${year} · số liệu đến ${when}`,
  sentence: (seats: number, submitted: number | null) =>
    submitted === null
      ? `${count(seats)} lượt có chỗ học. Chưa có số liệu bài kiểm tra.`
      : `${count(seats)} lượt có chỗ học, ${count(submitted)} bài kiểm tra đã nộp.`,
  sentenceNone: 'Chưa có số liệu. Khi có người ghi danh, con số hiện ở đây.',
  sentenceShort: (value: number, name: string, missing: number, target: number) =>
    `${count(value)} ${name}. Còn\u00a0thiếu\u00a0${count(missing)} so với chỉ tiêu ${count(target)}.`,
  sentenceReached: (value: number, name: string, of: number) =>
    of === 1
      ? `${count(value)} ${name}. Đã đạt chỉ tiêu.`
      : `${count(value)} ${name}. Đã đạt cả ${of} chỉ tiêu.`,
  noData: 'chưa có số liệu',
  reached: (target: number) => `đạt, chỉ tiêu ${count(target)}`,
  missing: (missing: number, target: number) => `thiếu ${count(missing)}, chỉ tiêu ${count(target)}`,
  aim: (target: number) => `chỉ tiêu ${count(target)}`,
  decisions: 'Việc cần quyết',
  noDecisions: 'Không có việc gì đang chờ. Trang tự xem lại mỗi phút.',
  urgency: { urgent: 'Gấp', look: 'Cần xem', follow: 'Theo dõi' },
  journey: 'Từ chỗ học đến hoàn thành',
  journeyText: (seats: number, completed: number) =>
    `${count(seats)} lượt có chỗ học, ${count(completed)} lượt học xong.`,
  step: 'Bước',
  count: 'Số lượng',
  byClass: 'Hoàn thành theo lớp',
  noClasses: 'Chưa có lớp nào có học viên.',
  classesPlain: 'Phần học viên của lớp đã học xong một khóa. Chưa đặt chỉ tiêu.',
  classesReached: (reached: number, of: number, target: string) =>
    `${reached} trong ${of} lớp đạt chỉ tiêu ${target}. Vạch đen là chỉ tiêu.`,
  className: 'Lớp',
  completedShare: 'Đã học xong một khóa',
  ofLearners: (completed: number, learners: number) => `${count(completed)} trong ${count(learners)} người`,
  moreClasses: (n: number) => `Còn ${n} lớp khác, tỉ lệ cao hơn các lớp ở trên.`,
  targets: 'Chỉ tiêu năm học',
  noTargets: 'Chưa đặt chỉ tiêu nào. Đặt rồi, trang này nói còn thiếu bao nhiêu.',
  setTarget: 'Đặt chỉ tiêu',
  targetFor: 'Chỉ tiêu cho',
  targetNumber: 'Con số cần đạt trong năm học',
  targetPercent: 'Phần trăm cần đạt của mỗi lớp',
  completionTarget: 'hoàn thành theo lớp, tính phần trăm',
  saveTarget: 'Lưu chỉ tiêu',
  dropTarget: 'Bỏ chỉ tiêu này',
  targetSaved: 'Đã lưu chỉ tiêu.',
  tooFewDays: 'Số liệu mới có một, hai ngày. Từ ngày thứ ba, trang vẽ biểu đồ.',
  figure: 'Con số',
  sourceText: 'Mỗi con số là số sự kiện khác nhau đã ghi nhận, tên sự kiện ở dưới.',
  figures: 'Con số của năm học',
  names: {
    'people-registered': 'người đã ghi tên',
    'enrolments-confirmed': 'lượt có chỗ học',
    'enrolments-waitlisted': 'lượt chờ chỗ',
    'attempts-submitted': 'bài kiểm tra đã nộp',
    'attempts-passed': 'bài kiểm tra đạt',
    'runs-completed': 'lượt hoàn thành khóa học',
    'recordings-ready': 'bài giảng xem được',
    'campaign-touches': 'lượt mở chiến dịch',
    'enrolments-attributed': 'lượt vào học nhờ chiến dịch',
  } as Readonly<Record<string, string>>,
  reports: 'Mở báo cáo',
  perDay: (figure: string) => `Mỗi ngày: ${figure}`,
  chooseFigure: 'Xem con số nào theo ngày',
  conclusion: (most: string, n: number, total: number, days: number) =>
    `${days} ngày qua có tất cả ${count(total)}; nhiều nhất ngày ${most} với ${count(n)}.`,
  conclusionZero: (days: number) => `${days} ngày qua không có lượt nào mới.`,
  conclusionNone: 'Những ngày qua chưa có số liệu.',
  table: 'Xem dạng bảng',
  day: 'Ngày',
  source: 'Con số tính từ đâu',
  watermark: (when: string) => `Sự kiện cuối: ${when}`,
  reportsTitle: 'Báo cáo',
  newestReport: (day: string) => `Báo cáo: mới nhất là ngày ${day}`,
  unread: 'chưa đọc',
  read: 'đã mở',
  reportState: 'Tình trạng',
  writtenColumn: 'Viết lúc',
  reportsTable: 'Các bản tổng kết ngày',
  reportsLead: 'Mỗi ngày một bản tổng kết, tự viết sau nửa đêm.',
  nextReport: (when: string) => `Mỗi ngày một bản. Bản kế tiếp được viết lúc ${when}.`,
  noReports: (when: string, day: string) => `Bản đầu tiên, của ngày ${day}, được viết lúc ${when}.`,
  whatItHolds:
    'Hết ngày mới chốt được số, nên không viết sớm hơn. Bản tổng kết có các con số dưới đây, mở và in được trên khổ A4.',
  seeNow: 'Xem số liệu lúc này',
  soFar: (when: string) => `Hôm nay, tính đến ${when}`,
  daily: (day: string) => `Tổng kết ngày ${day}`,
  writtenAt: (when: string) => `Viết lúc ${when}`,
  open: (day: string) => `Mở văn bản ngày ${day}`,
  openShort: 'Mở',
  opening: 'Đang mở',
  openHere: 'Mở văn bản ở đây',
};
