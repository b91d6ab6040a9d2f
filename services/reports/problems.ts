import { defineProblems } from '#shared/http/problems.ts';

export const reportProblems = defineProblems({
  'target-changed': {
    status: 409,
    vi: 'Chỉ tiêu này vừa được đổi ở nơi khác. Xem số mới rồi đặt lại.',
    en: 'This target was changed elsewhere. See the new number and set it again.',
  },
});
