import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Report } from './send-item-file.ts';

type Remark = Report['faults'][number];

/** Where to look, as exactly as the file allows. */
const placeOf = ({ number, line, file }: Remark, t: Messages['authoring']['bank']): string | undefined => {
  if (number !== undefined) return t.question(number);
  return file ?? (line === undefined ? undefined : t.line(line));
};

/** Sentences about single questions of a file. */
export const Remarks = ({
  heading,
  remarks,
  tone,
}: {
  heading: string;
  remarks: readonly Remark[];
  tone: 'bad' | 'plain';
}) => {
  const { authoring } = useMessages();
  return (
    <Notice tone={tone}>
      <p class="strong">{heading}</p>
      <ul class="stack-tight">
        {remarks.map((remark, at) => (
          <li key={at}>
            <b>{[placeOf(remark, authoring.bank), remark.title].filter(Boolean).join(' · ')}</b>
            <br />
            {remark.detail}
            {remark.what && <span class="muted"> ({remark.what})</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
