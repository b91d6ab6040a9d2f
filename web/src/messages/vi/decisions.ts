import { formatDay } from '../../format/dates.ts';
import { formatCount, formatPercent } from '../../format/numbers.ts';

const count = (n: number) => formatCount(n, 'vi');
const percent = (n: number) => formatPercent(n, 'vi');
const day = (text: string) => formatDay(text, 'vi').slice(0, 5);

/** What waits for the director's word; a catalogue of its own, because no other page carries its words. */
export const decisions = {
  unreadFacts: (sources: readonly string[]) =>
    `Chưa đọc được ${sources.join(', ')}. Có thể còn việc đang chờ ở đó. Trang tự đọc lại mỗi phút.`,
  sources: {
    classes: 'các lớp',
    courses: 'các đợt học',
    media: 'tệp đã gửi',
    campaigns: 'chiến dịch',
    reports: 'báo cáo',
  },
  decide: {
    'class-below': (about: { name: string; percent: number; target: number }) => ({
      title: `${about.name} mới đạt ${percent(about.percent)}`,
      text: `Chỉ tiêu hoàn thành mỗi lớp là ${percent(about.target)}.`,
      link: 'Xem các lớp',
    }),
    'class-behind': (about: { name: string; behind: number; of: number }) => ({
      title: `${about.name} có ${count(about.behind)} người chậm`,
      text: `Trong ${count(about.of)} học viên, hơn một nửa cần được hỏi thăm.`,
      link: 'Xem các lớp',
    }),
    'classes-more': (about: { count: number }) => ({
      title: `${count(about.count)} lớp khác cũng cần xem`,
      text: 'Biểu đồ theo lớp ở dưới có từng lớp.',
      link: 'Xem các lớp',
    }),
    'run-empty': (about: { code: string; taken: number; seats: number; startsOn: string }) => ({
      title: `Đợt ${about.code} mới có ${count(about.taken)} trong ${count(about.seats)} chỗ`,
      text: `Khai giảng ngày ${day(about.startsOn)}. Gọi thêm người, hoặc dời ngày.`,
      link: 'Xem đợt học',
    }),
    'run-full': (about: { code: string; waiting: number }) => ({
      title: `Đợt ${about.code} hết chỗ, ${count(about.waiting)} người chờ`,
      text: 'Mở thêm một đợt thì người chờ có chỗ.',
      link: 'Xem đợt học',
    }),
    'recordings-failed': (about: { count: number; title: string }) => ({
      title: `${count(about.count)} tệp chưa dùng được`,
      text: `Gần nhất: ${about.title}. Cần người gửi lại tệp.`,
      link: 'Xem tệp',
    }),
    'campaign-silent': (about: { name: string; closesOn: string }) => ({
      title: `Chiến dịch ${about.name} chưa ai mở`,
      text: `Chiến dịch đóng ngày ${day(about.closesOn)}.`,
      link: 'Xem chiến dịch',
    }),
    report: (about: { day: string }) => ({
      title: `Bản tổng kết ngày ${day(about.day)} chưa đọc`,
      text: 'Mở và in được trên khổ A4.',
      link: 'Mở báo cáo',
    }),
  },
};
