import { formatPercent } from '../../format/numbers.ts';
import type { Reason } from '../../upload/reason.ts';

export { uploading } from './uploading.ts';

/** Tải lên và xem bài giảng. */
export const media = {
  title: 'Tải bài giảng lên',
  lead: 'Chọn tệp, phần còn lại máy tự làm.',
  newUpload: 'Tải tệp mới',
  titleLabel: 'Tên bài giảng',
  courseLabel: 'Thuộc khóa học',
  noCourse: 'Không gắn với khóa nào',
  lessonLabel: 'Thuộc bài',
  wholeCourse: 'Cho cả khóa học',
  lessonChoice: (no: number, title: string) => `Bài ${no}. ${title}`,
  queue: 'Hàng đợi',
  columns: { status: 'Tình trạng', kind: 'Loại', length: 'Thời lượng', size: 'Dung lượng', at: 'Gửi lúc' },
  queueSentence: (ready: number, working: number, waiting: number) =>
    [
      `${ready} bài giảng xem được`,
      ...(working > 0 ? [`${working} đang xử lý`] : []),
      ...(waiting > 0 ? [`${waiting} cần bạn xem`] : []),
    ].join(', '),
  empty: 'Chưa có bài giảng nào. Tải tệp đầu tiên lên nhé.',
  statuses: {
    'awaiting-upload': 'Chờ gửi tệp',
    received: 'Đang kiểm tra',
    transcoding: 'Đang xử lý',
    ready: 'Xem được',
    rejected: 'Không nhận',
    failed: 'Xử lý lỗi',
  },
  working: (n: number) => `Đang xử lý, ${formatPercent(n, 'vi')}`,
  noneOfThese: 'Không có bài giảng nào như vậy.',
  kinds: { video: 'Video', audio: 'Âm thanh', image: 'Hình ảnh', document: 'Tài liệu', package: 'Gói học' },
  filter: {
    state: 'Tình trạng',
    states: {
      all: 'Tất cả',
      waiting: 'Chờ gửi tệp',
      working: 'Đang xử lý',
      ready: 'Xem được',
      trouble: 'Không nhận hoặc lỗi',
    },
    whose: 'Người gửi',
    by: { mine: 'Của tôi', all: 'Tất cả' },
  },
  reasons: {
    EMPTY: 'Tệp rỗng. Chọn tệp khác.',
    UNRECOGNISED: 'Tệp không phải video. Chọn tệp khác.',
    NO_INDEX: 'Tệp ghi chưa xong, thiếu mục lục. Lưu lại từ máy quay rồi gửi.',
    NO_VIDEO: 'Tệp không có hình. Chọn tệp video.',
    TRUNCATED: 'Tệp bị đứt giữa chừng. Chép lại từ máy quay rồi gửi.',
    TOO_LONG: 'Video quá dài. Cắt thành nhiều phần rồi gửi lại.',
    TOO_LARGE: 'Tệp quá lớn. Cắt thành nhiều phần rồi gửi lại.',
    TOO_SMALL: 'Ảnh quá nhỏ. Chọn ảnh lớn hơn.',
    TOO_MANY_PAGES: 'Tài liệu quá 500 trang. Chia thành nhiều tệp rồi gửi lại.',
    ENCRYPTED: 'Tài liệu có mật khẩu. Lưu bản không mật khẩu rồi gửi lại.',
    DAMAGED: 'Tệp bị hỏng, không mở được. Lưu lại từ nguồn rồi gửi.',
    ANIMATED: 'Ảnh động chưa dùng được. Lưu thành video rồi gửi lại.',
    CODEC: 'Kiểu nén của video không đọc được. Xuất lại dạng MP4.',
    ENGINE: 'Máy không xử lý được tệp này. Xuất lại dạng MP4 rồi gửi.',
    TIMEOUT: 'Máy xử lý quá lâu nên đã dừng. Hãy gửi lại tệp.',
    MEMORY: 'Tệp quá nặng để xử lý. Xuất lại nhỏ hơn rồi gửi.',
    ABANDONED: 'Tệp chưa gửi xong sau nhiều ngày. Hãy gửi lại từ đầu.',
  } satisfies Readonly<Record<Reason, string>>,
  otherReason: 'Máy chưa đọc được tệp này. Xuất lại dạng MP4 rồi gửi.',
  awaitingMore: 'Tệp chưa gửi xong. Người gửi mở trang tải lên để gửi tiếp.',
  facts: {
    title: 'Thông tin',
    file: 'Tệp',
    people: 'Người trong tệp',
    peopleShown: {
      nobody: 'Không nhận ra ai',
      'adults-agreed': 'Người lớn, đã đồng ý',
      'children-both-agreed': 'Có trẻ em, cha mẹ và các em đã đồng ý',
    },
  },
  versions: {
    title: 'Các bản đã làm',
    whole: (height: number) => `Cả bài trong một tệp, ${height}p`,
  },
  see: (title: string) => `Chi tiết: ${title}`,
  seeShort: 'Chi tiết',
  watch: (title: string) => `Xem ${title}`,
  watchShort: 'Xem',
};
