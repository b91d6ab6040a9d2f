import { formatPercent } from '../../format/numbers.ts';
import type { Rough } from '../../upload/pace.ts';

const spanOf = (left: Rough): string => {
  if (left.unit === 'moment') return 'chưa đến một phút';
  if (left.unit === 'minutes') return `khoảng ${left.minutes} phút`;
  return left.minutes === 0 ? `khoảng ${left.hours} giờ` : `khoảng ${left.hours} giờ ${left.minutes} phút`;
};

/** Chọn tệp, khai thông tin, gửi và theo dõi từng tệp. */
export const uploading = {
  drop: {
    choose: 'Chọn tệp',
    chooseMore: 'Chọn thêm tệp',
    here: 'hoặc kéo nhiều tệp vào đây',
    nothing: 'Không mở được. Với thư mục, hãy mở ra rồi kéo tệp.',
    kinds: 'Nhận video, âm thanh, hình ảnh, PDF và gói SCORM 1.2.',
  },
  form: {
    title: 'Thông tin của tệp',
    forAll: 'Chung cho mọi tệp',
    forAllHint: 'Điền một lần. Tệp nào khác thì đánh dấu ở tệp đó.',
    files: (n: number) => `${n} tệp đã chọn`,
    fileTitle: 'Tên học liệu',
    altText: 'Lời tả ảnh',
    altTextHint: 'Cho người không nhìn thấy ảnh. Ảnh cho biết điều gì?',
    differs: 'Tệp này khác với các tệp còn lại',
    remove: 'Bỏ tệp',
    removeNamed: (name: string) => `Bỏ tệp ${name}`,
    send: (n: number) => (n === 1 ? 'Gửi tệp' : `Gửi ${n} tệp`),
    kept: 'Những gì đã điền được giữ trên máy này.',
    empty: 'Tệp này rỗng. Hãy bỏ tệp và chọn tệp khác.',
    fileMissing: 'Hãy chọn lại tệp này, hoặc bỏ tệp.',
  },
  details: {
    sourceHint: 'Ai quay, ai soạn, hoặc lấy từ đâu.',
    peopleChoices: {
      adults: 'Chỉ có người lớn',
      children: 'Có trẻ em dưới 16 tuổi',
    },
    consent: 'Sự đồng ý',
    adultsAgreed: 'Tất cả những người này đã đồng ý.',
    parentsAgreed: 'Cha mẹ hoặc người giám hộ đã đồng ý.',
    childrenAgreed: 'Các em đã đồng ý.',
    faults: {
      licence: 'Hãy chọn quyền sử dụng của tệp.',
      source: 'Hãy ghi tệp này từ đâu ra.',
      codes: 'Chọn nhiều nhất 12 thành phần năng lực.',
      people: 'Hãy cho biết ai được nhận ra.',
      consent: 'Chưa đủ sự đồng ý thì không gửi được. Che mặt hoặc cắt đoạn đó rồi chọn lại.',
    },
    competencesHint: 'Theo Thông tư 02/2025. Chọn nhiều nhất 12 thành phần.',
    chosen: (n: number) => `Đã chọn ${n}`,
  },
  going: 'Tệp đang gửi và vừa gửi',
  goingSentence: (files: number, percent: number) =>
    files === 0
      ? 'Không có tệp nào đang gửi.'
      : `Đang gửi ${files} tệp, xong ${formatPercent(percent, 'vi')}.`,
  mayLeave: 'Bạn có thể xem trang khác. Đừng đóng thẻ này khi đang gửi.',
  phases: {
    reading: (percent: number) => `Đang đọc tệp, ${formatPercent(percent, 'vi')}`,
    waiting: 'Chờ tới lượt',
    sending: (percent: number) => `Đang gửi, ${formatPercent(percent, 'vi')}`,
    retrying: 'Mất mạng. Có mạng lại, tệp tự gửi tiếp.',
    busy: 'Máy chủ đang bận. Tệp sẽ tự gửi lại.',
    joining: 'Đã gửi hết, đang ghép tệp',
    paused: 'Đang tạm dừng. Phần đã gửi vẫn còn.',
    elsewhere: 'Thẻ khác của trình duyệt đang gửi tệp này.',
    allow: 'Trình duyệt cần bạn cho đọc lại tệp.',
    choose: (name: string) => `Hãy chọn lại tệp ${name} để gửi tiếp.`,
    refused: 'Chưa gửi được',
    sent: 'Đã gửi xong',
    duplicate: 'Đã có sẵn',
    twin: 'Trùng tệp khác',
  },
  pausedUnsent: 'Đang tạm dừng. Chưa gửi phần nào.',
  appraisal: 'Người học chưa thấy tệp. Bấm Xem để gửi thẩm định.',
  storeRefuses:
    'Kho không nhận tệp. Phần đã gửi vẫn còn. Hãy bấm Gửi lại. Vẫn không được thì đổi mạng khác, hoặc báo người phụ trách.',
  duplicate: 'Tệp này đã có ở đây, không cần gửi lại:',
  twin: (title: string) => `Tệp này giống hệt “${title}” trong danh sách này nên không gửi thêm.`,
  quota: (day: string, room: string) => `Hôm nay còn gửi được ${day}. Kho còn chỗ cho ${room}.`,
  sentOf: (sent: string, total: string) => `Đã gửi ${sent} trong ${total}`,
  speed: (size: string) => `${size} mỗi giây`,
  left: (left: Rough) => `còn ${spanOf(left)}`,
  wrongFile: 'Tệp vừa chọn không phải tệp cũ. Hãy chọn đúng tệp cũ.',
  actions: {
    pause: 'Tạm dừng',
    goOn: 'Gửi tiếp',
    chooseAgain: 'Chọn lại tệp',
    again: 'Gửi lại',
    drop: 'Bỏ tệp',
    putAway: 'Cất đi',
    named: (action: string, title: string) => `${action}: ${title}`,
    dropAsk: (title: string) => `Bỏ tệp “${title}”? Phần đã gửi sẽ mất.`,
    keep: 'Giữ lại',
  },
  indicator: (files: number, percent: number) => `Đang gửi ${files} tệp, ${formatPercent(percent, 'vi')}`,
};
