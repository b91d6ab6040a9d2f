/**
 * The learners' digital competence framework as its circular names it in Vietnamese, for pages and for what leaves the
 * platform: circular 02/2025/TT-BGDĐT, six domains, 24 components.
 */
export const competenceFramework = {
  domains: {
    '1': 'Khai thác dữ liệu và thông tin',
    '2': 'Giao tiếp và hợp tác trong môi trường số',
    '3': 'Sáng tạo nội dung số',
    '4': 'An toàn',
    '5': 'Giải quyết vấn đề',
    '6': 'Ứng dụng trí tuệ nhân tạo',
  },
  names: {
    '1.1': 'Duyệt, tìm kiếm và lọc',
    '1.2': 'Đánh giá dữ liệu, thông tin',
    '1.3': 'Quản lý dữ liệu, thông tin',
    '2.1': 'Tương tác',
    '2.2': 'Chia sẻ',
    '2.3': 'Trách nhiệm công dân',
    '2.4': 'Hợp tác',
    '2.5': 'Quy tắc ứng xử trên mạng',
    '2.6': 'Quản lý danh tính số',
    '3.1': 'Phát triển nội dung số',
    '3.2': 'Tích hợp và tạo lập lại',
    '3.3': 'Bản quyền và giấy phép',
    '3.4': 'Lập trình',
    '4.1': 'Bảo vệ thiết bị',
    '4.2': 'Dữ liệu cá nhân và quyền riêng tư',
    '4.3': 'Sức khỏe và an sinh số',
    '4.4': 'Bảo vệ môi trường',
    '5.1': 'Vấn đề kỹ thuật',
    '5.2': 'Nhu cầu và giải pháp công nghệ',
    '5.3': 'Sử dụng sáng tạo',
    '5.4': 'Khoảng trống năng lực số',
    '6.1': 'Hiểu biết về trí tuệ nhân tạo',
    '6.2': 'Sử dụng trí tuệ nhân tạo',
    '6.3': 'Đánh giá trí tuệ nhân tạo',
  },
};
