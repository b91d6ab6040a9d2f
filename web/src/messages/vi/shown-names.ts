/** Tên gọi mà người học cũng thấy; các trang của bàn làm việc thêm phần của mình ở `names.ts`. */
export const shownNames = {
  licence: 'Quyền sử dụng',
  licences: { 'All rights reserved': 'Trung tâm tự làm, giữ mọi quyền' },
  source: 'Nguồn',
  language: 'Ngôn ngữ',
  languages: { vi: 'Tiếng Việt', en: 'Tiếng Anh', km: 'Tiếng Khơ-me', zh: 'Tiếng Hoa' },
  competences: 'Năng lực số',
};
