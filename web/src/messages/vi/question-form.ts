/** Viết câu hỏi bằng tay: từng dạng câu. */
export const questionForm = {
  notWhole: 'Điền đủ câu hỏi và đáp án, bản học viên thấy sẽ hiện ở đây.',
  otherwise: 'Lời nhận xét cho mọi số khác',
  scoring: {
    label: 'Cách tính điểm',
    ways: {
      'per-option': 'Từng lựa chọn, chọn sai bị trừ',
      'without-penalty': 'Từng lựa chọn, chọn sai không bị trừ',
      'all-or-nothing': 'Đúng hết mới có điểm',
      'per-pair': 'Mỗi cặp đúng một phần điểm',
      'by-neighbours': 'Mỗi hai mục liền nhau đúng một phần điểm',
      'by-place': 'Mỗi mục đúng chỗ một phần điểm',
    },
  },
  compare: {
    label: 'So câu trả lời thế nào',
    ways: {
      marks: 'Phải đúng dấu, chữ hoa hay thường đều được',
      folded: 'Không cần dấu',
      exact: 'Đúng từng chữ, cả chữ hoa',
    },
  },
  distractors: {
    title: 'Vế phải thừa, không ghép với vế trái nào',
    part: (n: number) => `Vế thừa ${n}`,
    add: 'Thêm một vế thừa',
    remove: (n: number) => `Bỏ vế thừa ${n}`,
  },
  whole: {
    title: 'Lời nhận xét chung',
    whenRight: 'Khi đúng hết',
    whenPartly: 'Khi đúng một phần',
    whenWrong: 'Khi sai',
  },
  cloze: {
    text: 'Đoạn văn có chỗ trống',
    hint: 'Đặt con trỏ vào chỗ cần trống rồi bấm "Thêm chỗ trống".',
    add: 'Thêm chỗ trống',
    gap: (mark: string) => `Chỗ trống ${mark}`,
    kind: 'Học viên điền bằng cách nào',
    share: 'Chỗ này nặng mấy phần',
    remove: (mark: string) => `Bỏ chỗ trống ${mark}`,
    missing: (mark: string) => `Đoạn văn chưa có ${mark}. Hãy gõ lại, hoặc bỏ chỗ trống ấy.`,
  },
  rubric: {
    title: 'Tiêu chí chấm',
    lead: 'Học viên thấy tên tiêu chí và số điểm. Lời của từng mức chỉ người chấm thấy.',
    name: (n: number) => `Tên tiêu chí ${n}`,
    points: (n: number) => `Điểm của mức ${n}`,
    words: (n: number) => `Thế nào là mức ${n}`,
    wordsHint: 'Người chấm đọc để chọn mức.',
    criteria: {
      part: (n: number) => `Tiêu chí ${n}`,
      add: 'Thêm tiêu chí',
      remove: (n: number) => `Bỏ tiêu chí ${n}`,
    },
    levels: {
      part: (n: number) => `Mức ${n}`,
      add: 'Thêm mức',
      remove: (n: number) => `Bỏ mức ${n}`,
    },
  },
  essay: { minWords: 'Viết ít nhất bao nhiêu chữ', maxWords: 'Viết nhiều nhất bao nhiêu chữ' },
  files: {
    types: 'Học viên nộp loại tệp nào',
    noType: 'Hãy chọn ít nhất một loại tệp.',
    names: { picture: 'Ảnh', sound: 'Ghi âm', film: 'Phim', pdf: 'Tệp PDF', word: 'Tệp Word' },
    most: 'Nhiều nhất bao nhiêu tệp',
  },
  phone: {
    task: 'Việc cần làm',
    tasks: { find: 'Tìm mọi chỗ đáng ngờ', step: 'Chọn một bước đúng' },
    hints: {
      find: 'Các chỗ đáng ngờ chia đều điểm. Chạm nhầm chỗ bình thường bị trừ.',
      step: 'Chọn bước nào đúng thì được trọn điểm.',
    },
    screen: 'Màn hình giống cái gì',
    role: (n: number) => `Phần ${n} là gì`,
    text: (n: number) => `Chữ của phần ${n}`,
    label: (n: number) => `Nhãn của phần ${n}`,
    labelHint: 'Ví dụ: Số tài khoản.',
    mark: (n: number) => `Chạm vào phần ${n} thì`,
    marks: {
      find: {
        right: 'Đúng, đây là chỗ đáng ngờ',
        wrong: 'Sai, đây là chỗ bình thường',
        neutral: 'Không tính điểm',
      },
      step: { right: 'Đúng, đây là bước nên làm', neutral: 'Không được điểm' },
    },
    feedback: (n: number) => `Lời nhận xét khi chạm phần ${n}`,
    rows: {
      part: (n: number) => `Phần ${n} của màn hình`,
      add: 'Thêm một phần của màn hình',
      remove: (n: number) => `Bỏ phần ${n} của màn hình`,
    },
  },
};
