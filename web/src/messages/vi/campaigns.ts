import { formatDay } from '../../format/dates.ts';
import { formatCount } from '../../format/numbers.ts';

const count = (n: number) => formatCount(n, 'vi');
/** Nothing counted yet is said, never shown as 0: a number stands where there is something to count. */
const opened = (n: number) => (n === 0 ? 'chưa có lượt mở' : `${count(n)} lượt mở`);
const joined = (n: number) => (n === 0 ? 'chưa có người vào học' : `${count(n)} người vào học`);

/** Chiến dịch. */
export const campaigns = {
  title: 'Chiến dịch',
  lead: 'Mỗi kênh có đường dẫn riêng, nên biết kênh nào đưa người tới lớp.',
  none: 'Chưa có chiến dịch nào.',
  createFirst: 'Tạo chiến dịch đầu tiên',
  create: 'Tạo chiến dịch',
  statuses: { planned: 'Sắp mở', open: 'Đang chạy', closed: 'Đã đóng' },
  summary: (touches: number, enrolments: number) =>
    `${touches === 0 ? 'Chưa có lượt mở' : opened(touches)}, ${joined(enrolments)}`,
  noneCounted: 'chưa có',
  period: (from: string, to: string) => `${formatDay(from, 'vi')} đến ${formatDay(to, 'vi')}`,
  live: 'Con số tự cập nhật khi trang đang mở',
  countedAt: (when: string) => `Lượt mở gần nhất: ${when}`,
  nothingCounted: 'Chưa có lượt mở nào.',
  channels: 'Các kênh',
  sideBySide: 'So sánh các kênh',
  compare: (name: string) => `Các kênh của ${name}`,
  columns: {
    touches: 'Lượt mở',
    scans: 'Lượt quét mã',
    visitors: 'Người mở',
    enrolments: 'Vào học',
    link: 'Đường dẫn',
  },
  addChannel: 'Thêm kênh',
  removeChannel: (n: number) => `Bỏ kênh ${n}`,
  channelKind: 'Kiểu kênh',
  channelKindNo: (n: number) => `Kiểu kênh ${n}`,
  channelLabel: 'Tên kênh',
  channelLabelNo: (n: number) => `Tên kênh ${n}`,
  kinds: {
    website: 'Trang tin',
    fanpage: 'Fanpage',
    poster: 'Áp phích',
    assembly: 'Sinh hoạt, chào cờ',
    zalo: 'Nhóm Zalo',
    referral: 'Người giới thiệu',
  },
  defaultLabels: {
    website: 'Trang tin trung tâm',
    fanpage: 'Fanpage Đoàn trường',
    poster: 'Áp phích cổng trường',
    assembly: 'Giờ chào cờ',
    zalo: 'Nhóm Zalo lớp',
    referral: 'Học viên giới thiệu',
  },
  touches: 'lượt mở',
  funnel: (label: string) => `Từ lượt mở đến vào học: ${label}`,
  step: 'Bước',
  count: 'Số lượng',
  byScan: (n: number) => (n === 0 ? 'Chưa có lượt quét mã QR.' : `Trong đó ${count(n)} lượt quét mã QR.`),
  best: (label: string, n: number) => `Kênh đưa nhiều người nhất: ${label}, ${count(n)} người vào học.`,
  bestTouches: (label: string, n: number) => `Kênh được mở nhiều nhất: ${label}, ${count(n)} lượt.`,
  headline: (open: number, touches: number, enrolments: number) =>
    open === 0
      ? 'Không có chiến dịch nào đang chạy.'
      : `${count(open)} chiến dịch đang chạy: ${opened(touches)}, ${joined(enrolments)}.`,
  visitors: 'người mở',
  enrolments: 'vào học',
  link: (label: string) => `Đường dẫn của ${label}`,
  copyLink: (label: string) => `Chép đường dẫn ${label}`,
  printPoster: (label: string) => `In áp phích A4: ${label}`,
  qrOf: (label: string) => `Mã QR của ${label}`,
  poster: {
    scan: 'Quét mã để vào học',
    how: 'Mở máy ảnh hoặc Zalo, đưa vào mã này.',
    free: 'Miễn phí. Có người chỉ từng bước.',
    back: 'Về chiến dịch',
    print: 'In áp phích A4',
  },
  form: {
    name: 'Tên chiến dịch',
    goal: 'Mục tiêu, một câu',
    landing: 'Đường dẫn mở ra trang nào',
    landingCourses: 'Danh sách khóa học',
    opensOn: 'Mở từ ngày',
    closesOn: 'Đóng sau ngày',
    submit: 'Tạo chiến dịch',
    submitting: 'Đang tạo',
    closesFirst: 'Ngày đóng phải sau ngày mở.',
  },
};
