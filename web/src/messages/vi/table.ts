import { formatCount } from '../../format/numbers.ts';

const count = (n: number) => formatCount(n, 'vi');

/** Bảng: xếp, lọc, tải về. */
export const table = {
  filter: 'Lọc trong bảng, gõ không dấu cũng được',
  shown: (shown: number, of: number) =>
    shown === of ? `${count(of)} dòng` : `${count(shown)} trong ${count(of)} dòng`,
  morePages: 'còn nữa',
  noneMatch: 'Không có dòng nào khớp.',
  sortBy: 'Xếp theo',
  sortAs: { ascending: 'tăng dần', descending: 'giảm dần' },
  sortChoice: (title: string, how: string) => `${title}, ${how}`,
  asGiven: 'Thứ tự sẵn có',
  export: 'Tải bảng Excel',
  exporting: (rows: number) => `Đang gom ${count(rows)} dòng`,
  exportedXlsx: 'Đã tải về tệp Excel.',
  exportedCsv: 'Chưa làm được tệp Excel. Đã tải về tệp CSV, mở bằng Excel cũng được.',
  noteOf: (when: string, rows: number) => `Lập lúc ${when}, ${count(rows)} dòng.`,
  filteredBy: (words: string) => `Lọc theo: ${words}.`,
};
