import { shownNames } from './shown-names.ts';

/** Tên gọi chung của những gì nói về một học liệu: một thứ một tên, trang nào cũng vậy. */
export const names = {
  ...shownNames,
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
