/** Đọc tài liệu của bài. */
export const materials = {
  asWords: 'Đọc bằng chữ',
  larger: 'Phóng to',
  more: 'Đọc, in, lưu',
  page: (n: number, of: number) => `Trang ${n} trên ${of}`,
  scan: (n: number) => `Trang ${n}, ảnh chụp chưa có chữ`,
  noWords: 'Trang này là ảnh chụp, chưa có chữ.',
  goTo: 'Tới trang',
  go: 'Tới',
  original: (size: string) => `Lưu tệp PDF, ${size}`,
  saving: 'Đang lưu',
  notSaved: 'Chưa lưu được tệp. Kiểm tra mạng rồi bấm lại.',
  print: 'In tài liệu',
  printing: 'Đang tải các trang để in',
  close: 'Đóng tài liệu',
  failed: 'Chưa mở được tài liệu. Kiểm tra mạng rồi bấm “Thử lại”.',
};
