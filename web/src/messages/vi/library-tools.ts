/** Việc của nhân viên với một học liệu đang hiện: đăng lên mạng, chiếu lên ti vi; đi cùng phần đó. */
export const libraryTools = {
  share: {
    title: 'Đăng lên mạng xã hội',
    lead: 'Bài đăng có tên, nguồn và đường dẫn, ai cũng mở được.',
    credit: (source: string, licence: string) => `Nguồn: ${source} (${licence})`,
    notOpen: 'Học liệu này chỉ dành cho học viên của khóa, nên không đăng lên mạng được.',
    copy: 'Chép lời đăng',
    copied: 'Đã chép. Dán vào bài đăng là xong.',
    notCopied: 'Máy này không cho chép. Hãy chép đường dẫn trên thanh địa chỉ.',
    clip: (size: string) => `Lưu đoạn video để đăng, ${size}`,
    saving: 'Đang lưu',
    notSaved: 'Chưa lưu được đoạn video. Kiểm tra mạng rồi bấm lại.',
  },
  tv: {
    title: 'Chiếu lên ti vi',
    draw: 'Lấy mã cho ti vi',
    drawAgain: 'Lấy mã khác',
    close: 'Bỏ mã này',
    closed: 'Mã cũ không mở được nữa.',
    how: (address: string) => `Trên ti vi, mở ${address} rồi bấm sáu số này.`,
    until: (when: string) => `Mã dùng được đến ${when}.`,
  },
};
