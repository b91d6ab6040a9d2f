import { defineProblems } from '#shared/http/problems.ts';

export const mediaProblems = defineProblems({
  'upload-finished': {
    status: 409,
    vi: 'Tệp này đã gửi xong hoặc đã hết hạn gửi. Hãy xem lại danh sách.',
    en: 'This upload is finished or its time is over. Look at the list again.',
  },
  'parts-do-not-fit': {
    status: 409,
    vi: 'Các phần đã gửi chưa khớp với tệp. Hãy bấm gửi tiếp để gửi phần còn thiếu.',
    en: 'The parts that arrived are not the whole file. Go on sending to add what is missing.',
  },
});
