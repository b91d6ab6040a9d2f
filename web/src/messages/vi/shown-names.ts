/** Tên gọi mà người học cũng thấy; các trang của bàn làm việc thêm phần của mình ở `names.ts`. */
export const shownNames = {
  licence: 'Quyền sử dụng',
  licences: {
    'All rights reserved': 'Trung tâm tự làm, giữ mọi quyền',
    'CC BY 4.0': 'CC BY 4.0: dùng lại, ghi tên tác giả',
    'CC BY-SA 4.0': 'CC BY-SA 4.0: ghi tên, chia sẻ như cũ',
    'CC BY-NC 4.0': 'CC BY-NC 4.0: ghi tên, không bán',
    'CC BY-NC-SA 4.0': 'CC BY-NC-SA 4.0: không bán, chia sẻ như cũ',
    'CC0 1.0': 'CC0 1.0: ai dùng cũng được',
  } as Readonly<Record<string, string>>,
  source: 'Nguồn',
  language: 'Ngôn ngữ',
  languages: { vi: 'Tiếng Việt', en: 'Tiếng Anh', km: 'Tiếng Khơ-me', zh: 'Tiếng Hoa' },
  competences: 'Năng lực số',
};
