import { shownNames } from './shown-names.ts';

/** Tên gọi chung của những gì nói về một học liệu: một thứ một tên, trang nào cũng vậy. */
export const names = {
  ...shownNames,
  licences: {
    ...shownNames.licences,
    'CC BY 4.0': 'CC BY 4.0: dùng lại, ghi tên tác giả',
    'CC BY-SA 4.0': 'CC BY-SA 4.0: ghi tên, chia sẻ như cũ',
    'CC BY-NC 4.0': 'CC BY-NC 4.0: ghi tên, không bán',
    'CC BY-NC-SA 4.0': 'CC BY-NC-SA 4.0: không bán, chia sẻ như cũ',
    'CC0 1.0': 'CC0 1.0: ai dùng cũng được',
  } as Readonly<Record<string, string>>,
  chooseLicence: 'Chọn quyền sử dụng',
  anotherLicence: 'Quyền khác',
  licenceName: 'Tên quyền sử dụng',
  languages: {
    ...shownNames.languages,
    ko: 'Tiếng Hàn',
    ja: 'Tiếng Nhật',
    fr: 'Tiếng Pháp',
  } as Readonly<Record<string, string>>,
  people: 'Người được nhận ra',
  choosePeople: 'Chọn một ý',
  peopleShown: {
    nobody: 'Không nhận ra ai',
    'adults-agreed': 'Người lớn, đã đồng ý',
    'children-both-agreed': 'Trẻ em, các em và cha mẹ đã đồng ý',
  },
};
