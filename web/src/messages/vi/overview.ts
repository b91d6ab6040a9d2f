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
  noData: 'chưa có số liệu',
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
  conclusionNone: 'Những ngày qua chưa có số liệu.',
  table: 'Xem dạng bảng',
  day: 'Ngày',
  source: 'Tính từ đâu',
  counted: (events: string) => `Đếm từ sự kiện: ${events}`,
  watermark: (when: string) => `Sự kiện cuối: ${when}`,
  reportsTitle: 'Báo cáo',
  reportsLead: 'Mỗi ngày một bản tổng kết, tự viết vào cuối ngày.',
  noReports: 'Chưa có báo cáo nào. Bản đầu tiên được viết vào cuối ngày.',
  daily: (day: string) => `Tổng kết ngày ${day}`,
  writtenAt: (when: string) => `Viết lúc ${when}`,
  open: (day: string) => `Mở văn bản ngày ${day}`,
  opening: 'Đang mở',
  openHere: 'Mở văn bản ở đây',
};
