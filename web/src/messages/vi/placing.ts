import { formatInstant } from '../../format/dates.ts';

/** Bài xem mức: phòng Đào tạo chọn hỏi từ ngân hàng nào, miền nào. */
export const placing = {
  title: 'Bài xem mức',
  lead: 'Học viên trả lời ít câu và biết mình ở bậc nào của từng miền.',
  open: 'Mở bài xem mức',
  now: 'Bài đang dùng',
  none: 'Chưa có bài nào. Đăng một bài thì học viên xem được mức của mình.',
  since: (title: string, when: string) => `“${title}”, đăng lúc ${formatInstant(when, 'vi')}.`,
  extent: (domains: number, most: number) => `Hỏi ${domains} miền, mỗi miền nhiều nhất ${most} câu.`,
  limits: (hours: number, days: number) =>
    days === 0
      ? `Làm trong ${hours} giờ. Làm lại được ngay.`
      : `Làm trong ${hours} giờ. Làm lại được sau ${days} ngày.`,
  seeClasses: 'Mức của từng lớp xem ở trang của lớp, mục “Mức năng lực”.',
  publish: 'Đăng bài mới',
  rule: 'Chỉ hỏi câu đã duyệt, có năng lực và bậc, do máy chấm, không có ảnh. Mỗi miền cần ít nhất hai bậc.',
  name: 'Tên bài',
  nameSample: 'Bạn đang ở mức nào?',
  domains: 'Hỏi miền nào',
  banks: 'Lấy câu từ khóa học nào',
  most: 'Mỗi miền nhiều nhất mấy câu',
  hours: 'Làm trong mấy giờ',
  days: 'Mấy ngày sau được làm lại',
  chooseSome: 'Chọn ít nhất một mục.',
  send: 'Đăng bài',
  ask: 'Ai bắt đầu từ giờ sẽ làm bài này, không làm bài đang dùng.',
  yes: 'Đăng',
  no: 'Chưa đăng',
  sent: 'Đã đăng. Ai bắt đầu từ giờ sẽ làm bài này.',
};
