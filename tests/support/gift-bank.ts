import type * as z from 'zod';
import type { Response as ResponseSchema, SeenItem } from '../../services/quizzes/contract.ts';

type Response = z.output<typeof ResponseSchema>;
type Choice = Extract<SeenItem, { kind: 'single-choice' | 'multiple-choice' }>;
type Matching = Extract<SeenItem, { kind: 'matching' }>;

/**
 * Keys and explanations that appear nowhere else: whatever the platform says before the mark, writes to a log or puts
 * on the bus can be searched for them. Options of choices are shown to everybody, so what they are worth has no such mark.
 */
export const SECRETS = {
  shortAnswer: 'khoamathvs7391',
  number: '48213.75',
  feedback: 'PHANHOI-BIMAT-5527',
  explanation: 'GIAITHICH-BIMAT-9043',
} as const;

/** One question of each of the six kinds, each with a competence. */
export const GIFT = `
// competence: 1.1 level: CB1
::K1 Một lựa chọn::K1 Nơi cài ứng dụng an toàn là đâu?{
=Kho ứng dụng của máy#${SECRETS.feedback}
~Đường dẫn trong tin nhắn#${SECRETS.feedback}
~Tệp của người lạ#${SECRETS.feedback}
####${SECRETS.explanation}
}

// competence: 4.2 level: CB2
::K2 Nhiều lựa chọn::K2 Chọn hai dấu hiệu lừa đảo.{
~%50%Hối thúc#${SECRETS.feedback}
~%50%Đòi mã OTP#${SECRETS.feedback}
~%-50%Ghi ngày giờ#${SECRETS.feedback}
####${SECRETS.explanation}
}

// competence: 4.2 level: CB1
::K3 Đúng sai::K3 Ngân hàng không hỏi mã OTP.{TRUE#${SECRETS.feedback}#${SECRETS.feedback}####${SECRETS.explanation}}

// competence: 2.1 level: CB1
::K4 Trả lời ngắn::K4 Gõ từ khóa của bài.{=${SECRETS.shortAnswer}#${SECRETS.feedback}####${SECRETS.explanation}}

// competence: 1.3 level: CB2
::K5 Số::K5 Con số của bài là bao nhiêu?{#
=${SECRETS.number}:0#${SECRETS.feedback}
####${SECRETS.explanation}
}

// competence: 5.2 level: CB1
::K6 Ghép đôi::K6 Ghép mỗi việc với nút của nó.{
=Gọi -> nút xanh
=Tắt -> nút đỏ
=Chụp -> nút tròn
####${SECRETS.explanation}
}
`;

const RIGHT_OPTIONS = new Set(['Kho ứng dụng của máy', 'Hối thúc', 'Đòi mã OTP']);
const RIGHT_PAIRS: Readonly<Record<string, string>> = { Gọi: 'nút xanh', Tắt: 'nút đỏ', Chụp: 'nút tròn' };

const optionIds = ({ options }: Choice, right: boolean): string[] =>
  options.filter(({ text }) => RIGHT_OPTIONS.has(text) === right).map(({ optionId }) => optionId);

const pairsOf = ({ prompts, choices }: Matching): Record<string, string> => {
  const idOf = new Map(choices.map(({ text, choiceId }) => [text, choiceId]));
  return Object.fromEntries(
    prompts.map(({ promptId, text }) => [promptId, idOf.get(RIGHT_PAIRS[text] ?? '') ?? '']),
  );
};

/** The answer of somebody who knows everything, or of somebody who is wrong about this question. */
export function answerTo(item: SeenItem, right = true): Response {
  switch (item.kind) {
    case 'single-choice':
      return { kind: item.kind, optionId: optionIds(item, right)[0] ?? '' };
    case 'multiple-choice':
      return { kind: item.kind, optionIds: optionIds(item, right) };
    case 'true-false':
      return { kind: item.kind, value: right };
    case 'short-answer':
      return { kind: item.kind, text: right ? SECRETS.shortAnswer : 'khác' };
    case 'numeric':
      return { kind: item.kind, text: right ? SECRETS.number : '1' };
    case 'matching':
      return { kind: item.kind, pairs: right ? pairsOf(item) : {} };
    default:
      throw new Error(`the bank of this file has no ${item.kind}`);
  }
}
