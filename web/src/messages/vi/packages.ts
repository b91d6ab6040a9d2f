/** Làm bài tương tác. */
export const packages = {
  frame: (title: string) => `Bài tương tác ${title}`,
  larger: 'Mở lớn',
  smaller: 'Thu nhỏ lại',
  close: 'Đóng bài',
  guest: 'Bạn chưa đăng nhập nên kết quả không được lưu.',
  statuses: {
    'not attempted': 'Chưa làm.',
    browsed: 'Đã xem qua.',
    incomplete: 'Đang làm.',
    failed: 'Chưa đạt.',
    completed: 'Đã làm xong.',
    passed: 'Đã đạt.',
  },
  score: (points: string) => `Điểm cao nhất: ${points}.`,
  saving: {
    soon: 'Đã giữ trên máy, sắp gửi đi.',
    sending: 'Đang lưu.',
    sent: 'Đã lưu.',
    refused: 'Lần này chưa lưu được. Đóng bài rồi mở lại, phần đã lưu vẫn còn.',
    kept: 'Chưa gửi được. Kết quả còn trên máy này, có mạng sẽ gửi.',
  },
  offline: 'Bài này cần mạng. Kết quả đã lưu vẫn còn. Có mạng rồi bấm “Thử lại”.',
  noCookies: 'Trình duyệt này chưa mở được bài. Hãy cập nhật, hoặc dùng trình duyệt khác.',
  gone: 'Bài này đã đóng. Kết quả của bạn vẫn còn. Bấm “Thử lại” hoặc chọn bài khác.',
};
