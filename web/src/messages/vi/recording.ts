/** Trang của một tệp đã gửi; đi cùng trang đó. */
export const recording = {
  awaitingMore: 'Tệp chưa gửi xong. Người gửi mở trang tải lên để gửi tiếp.',
  goodUntil: (time: string) => `Tệp còn tốt đến phút ${time}.`,
  seeOriginal: 'Xem bản đã có',
  retry: 'Xử lý lại',
  retrying: 'Đang bắt đầu lại',
  removeAsk: (title: string) => `Bỏ hẳn “${title}”? Tệp và mọi bản đã làm sẽ bị xóa.`,
  facts: {
    title: 'Thông tin',
    file: 'Tệp',
  },
  versions: {
    title: 'Các bản đã làm',
    picture: (height: number) => `Hình ${height}p và tiếng`,
    sound: (isLight: boolean): string => (isLight ? 'Chỉ có tiếng, bản nhẹ' : 'Chỉ có tiếng'),
    whole: (height: number) => `Cả bài trong một tệp, ${height}p`,
    pages: (width: number) => `Các trang, rộng ${width} điểm ảnh`,
    width: (width: number) => `Ảnh rộng ${width} điểm ảnh`,
    files: (n: number) => `Cả bài, ${n} tệp đã giải nén`,
  },
  /** Còn thiếu gì để có người thấy, theo tình trạng của học liệu làm từ tệp. */
  next: {
    draft: 'Chưa ai thấy tệp này. Hãy chọn chủ đề rồi gửi thẩm định.',
    submitted: 'Chưa ai thấy tệp này. Tệp đang chờ Trưởng phòng Đào tạo thẩm định.',
    returned: 'Chưa ai thấy tệp này. Hãy sửa theo góp ý rồi gửi thẩm định lại.',
    issued: 'Tệp này đang hiện trong thư viện.',
    withdrawn: 'Tệp này đã được gỡ, không ai thấy nữa.',
    absorbed: 'Tệp này đã thành bản mới của một học liệu khác.',
  },
  /** Cũng vậy, nói với người không soạn học liệu: họ chờ chứ không làm. */
  nextOfOthers: {
    draft: 'Chưa ai thấy tệp này. Người soạn chưa gửi thẩm định.',
    returned: 'Chưa ai thấy tệp này. Người soạn đang sửa theo góp ý.',
  },
  handIn: 'Chọn chủ đề và gửi thẩm định',
  captions: 'Soạn phụ đề',
  material: 'Học liệu của tệp này',
};
