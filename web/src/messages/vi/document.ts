/** Trong tài liệu của mỗi trang, trước khi có mã: chỉ lúc dựng trang mới cần, nên không máy nào phải tải. */
export const documentWords = {
  needsScript: 'Trang này cần JavaScript. Bật JavaScript rồi tải lại trang.',
  description: 'Bình dân học vụ số, Trung tâm GDTX Gia Định: học, kiểm tra, xem bài giảng.',
};
