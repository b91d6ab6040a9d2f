import { formatDay } from '../../format/dates.ts';
import { formatCount } from '../../format/numbers.ts';

const count = (n: number) => formatCount(n, 'vi');
/** Thứ trong tuần của một ngày (YYYY-MM-DD). */
const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
const weekday = (day: string) => WEEKDAYS[new Date(`${day}T00:00:00.000Z`).getUTCDay()] ?? '';
const shortDay = (day: string) => `${weekday(day)} ${formatDay(day, 'vi').slice(0, 5)}`;

/** TV sảnh. */
export const tv = {
  title: 'TV sảnh',
  centre: 'Trung tâm GDTX Gia Định',
  choices: 'Chọn bằng điều khiển',
  hint: 'Phím ◀ ▲ ▼ ▶ để chọn, OK để mở',
  hintOpen: 'Bấm Quay lại để về',
  hintRecording: (s: number, isPlaying: boolean) =>
    `OK để ${isPlaying ? 'dừng' : 'chạy tiếp'}, ◀ ▶ lùi hoặc tới ${s} giây`,
  hintRecordingCaptions: (s: number, isPlaying: boolean) =>
    `OK để ${isPlaying ? 'dừng' : 'chạy tiếp'}, ◀ ▶ lùi hoặc tới ${s} giây, ▲ phụ đề`,
  hintStopped: 'Đang dừng. Bấm phát để chạy tiếp',
  asOf: (when: string) => `số liệu đến ${when}`,
  qr: (title: string) => `Mã QR: ${title}`,
  scanLesson: (minutes: number) => ['Quét để học bài', `${minutes} phút`, 'trên điện thoại của bạn'],
  scanPage: ['Quét để', 'mở trên điện thoại', 'Không cần tài khoản'],
  scanSeat: ['Quét để', 'giữ chỗ cho mình', 'Miễn phí tại trung tâm'],
  day: {
    today: () => 'Hôm nay',
    tomorrow: (day: string) => `Ngày mai, ${shortDay(day)}`,
    later: (day: string) => shortDay(day),
  },
  runTitle: (day: string, room: string | undefined) => (room ? `${day}, ${room}` : day),
  seatsLeft: (n: number) => (n === 0 ? 'Hết chỗ, đang nhận tên chờ' : `Còn ${count(n)} chỗ`),
  startsWord: 'Khai giảng',
  newest: 'Khóa mới nhất',
  figuresTitle: 'Phong trào đến hôm nay',
  figures: {
    'people-registered': 'người đã ghi tên',
    'enrolments-confirmed': 'lượt có chỗ học',
    'runs-completed': 'lượt học xong khóa',
    'recordings-ready': 'bài giảng xem được',
  } as Readonly<Record<string, string>>,
  /** Mở học liệu bằng sáu số. */
  byCode: {
    enter: 'Nhập mã sáu số',
    enterLead: 'Thầy cô lấy mã ở trang của học liệu.',
    code: 'Mã trên ti vi',
    open: 'Mở',
    short: 'Mã có đủ sáu số. Hãy nhập thêm.',
    wrong: 'Mã này không mở được gì. Hãy xem lại từng số. Đúng số thì mã đã hết hạn: hãy xin mã mới.',
    over: {
      ended: 'Đã hết. Bạn muốn làm gì tiếp?',
      failed: 'Chưa phát được. Kiểm tra mạng rồi bấm “Phát lại”.',
      closed: 'Mã này đã hết hạn. Hãy xin thầy cô mã mới.',
    },
    again: { ended: 'Xem lại từ đầu', failed: 'Phát lại' },
    back: 'Nhập mã khác',
    programme: 'Về chương trình của trung tâm',
  },
  tiles: {
    recording: 'Xem video',
    safety: 'Sáu điều giữ an toàn',
    safetyMore: 'Đọc trong một phút',
    courses: 'Các khóa học',
    coursesMore: (n: number) => `${n} khóa, ai học cũng được`,
  },
  playFailed: 'Chưa phát được video. Màn hình sẽ tự quay lại.',
  safety: [
    {
      title: 'Có người xin mã OTP?\nCúp máy ngay.',
      text: 'Công an và ngân hàng không bao giờ hỏi mã OTP qua điện thoại.',
    },
    {
      title: 'Tin nhắn lạ có đường dẫn?\nĐừng bấm.',
      text: 'Muốn hỏi lại, gọi số in trên thẻ ngân hàng của bạn.',
    },
    {
      title: 'Người quen vay tiền qua mạng?\nGọi hỏi lại.',
      text: 'Gọi bằng số bạn đã lưu. Kẻ xấu giả được cả giọng và hình.',
    },
    {
      title: 'Việc nhẹ, lương cao, đóng tiền trước?\nĐừng theo.',
      text: 'Việc làm thật không bắt bạn chuyển tiền trước.',
    },
    {
      title: 'Mật khẩu giống chìa khóa nhà.',
      text: 'Mỗi nơi dùng một mật khẩu. Không dùng ngày sinh.',
    },
    {
      title: 'Lỡ chuyển tiền cho kẻ lừa?\nLàm ngay hai việc.',
      text: 'Gọi ngân hàng nhờ khóa tài khoản. Rồi báo công an phường.',
    },
  ],
};
