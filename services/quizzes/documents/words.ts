import type { Kind } from '../domain/question.ts';

/** Words of printed exams. What is handed out at school is Vietnamese; the pages have their own catalogues. */
export const paperWords = {
  language: 'vi-VN',
  centre: ['TRUNG TÂM', 'GIÁO DỤC THƯỜNG XUYÊN GIA ĐỊNH'],
  movement: 'Phong trào Bình dân học vụ số',
  subject: (name: string) => `Môn: ${name}`,
  heldOn: (day: string) => `Ngày thi: ${day}`,
  duration: (minutes: number) => `Thời gian làm bài: ${minutes} phút`,
  pages: ['(Đề có ', ' trang)'],
  name: 'Họ và tên: ',
  number: 'Số báo danh: ',
  group: 'Lớp: ',
  code: (code: string) => `Mã đề ${code}`,
  codeLabel: 'Mã đề',
  question: (no: number) => `Câu ${no}. `,
  footer: (code: string) => [`Trang `, `/`, ` - Mã đề ${code}`],
  footerPlain: [`Trang `, `/`, ``],
  end: 'HẾT',
  part: (no: string) => `PHẦN ${no}. `,
  parts: {
    'single-choice': 'Mỗi câu chọn một phương án.',
    'multiple-choice': 'Mỗi câu có thể có nhiều phương án đúng.',
    'true-false': 'Mỗi câu ghi Đ nếu đúng, S nếu sai.',
    matching: 'Ghép mỗi ý ở cột trái với một ý ở cột phải. Ghi các chữ cái theo thứ tự của cột trái.',
    ordering: 'Sắp xếp các ý. Ghi các chữ cái theo thứ tự đúng.',
    numeric: 'Viết một số.',
    'short-answer': 'Viết câu trả lời ngắn.',
  } as Readonly<Partial<Record<Kind, string>>>,
  picks: (most: number) => ` (chọn nhiều nhất ${most})`,
  pictureMissing: (alt: string) => `[Hình: ${alt}]`,
  sheetTitle: 'PHIẾU TRẢ LỜI',
  sheetHint: 'Đánh dấu X vào ô của phương án chọn. Muốn đổi, khoanh tròn ô đã đánh rồi đánh ô khác.',
  sheetNo: 'Câu',
  sheetAnswer: 'Trả lời',
  yes: 'Đ',
  no: 'S',
  examiner: 'Giám thị ký, ghi rõ họ tên',
  mark: 'Điểm',
  keyTitle: 'ĐÁP ÁN',
  keyWarning: 'Chỉ dành cho người chấm. Không phát cho người dự thi.',
} as const;

/** Of a part of a paper. */
export const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'] as const;
