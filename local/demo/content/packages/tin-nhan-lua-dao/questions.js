/** Ba câu hỏi cuối bài; `right` là số thứ tự của lựa chọn đúng, tính từ 0. */
export const questions = [
  {
    ask: 'Ngân hàng nhắn: “Bấm vào đây để mở khóa thẻ”. Bạn làm gì?',
    choices: ['Bấm vào để mở khóa', 'Gọi số in trên thẻ để hỏi', 'Nhắn lại mật khẩu'],
    right: 1,
    why: 'Số in trên thẻ là số thật. Đường dẫn trong tin có thể dẫn tới trang giả.',
  },
  {
    ask: 'Người lạ xin mã OTP để “hoàn tiền” cho bạn. Bạn làm gì?',
    choices: ['Đọc mã cho nhanh', 'Đọc một nửa mã', 'Không đọc mã cho ai'],
    right: 2,
    why: 'Mã OTP là chìa khóa của tài khoản. Không ai có quyền hỏi mã này.',
  },
  {
    ask: 'Tin nào đáng nghi nhất?',
    choices: [
      'Bạn trúng xe máy, nộp 500.000 đồng trước 5 giờ',
      'Mai bưu điện giao hàng, không cần làm gì',
      'Con nhắn: tối nay con về muộn',
    ],
    right: 0,
    why: 'Trúng thưởng thật không bắt nộp tiền trước, càng không hối thúc.',
  },
];
