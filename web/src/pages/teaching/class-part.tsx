import type { BodyOf } from '../../api/types.ts';
import { MemberTable } from '../people/member-table.tsx';
import { InvitePart } from './invite-part.tsx';
import { LevelsPart } from './levels-part.tsx';
import { ProgressPart } from './progress-part.tsx';
import { ResultsPart } from './results-part.tsx';
import type { Learner } from './roster.ts';
import { WatchedPart } from './watched-part.tsx';

export type Part = 'progress' | 'results' | 'levels' | 'watched' | 'roster' | 'invite';

export type LoadedClass = {
  readonly progress: BodyOf<'getClassProgress'>;
  readonly members: BodyOf<'listClassMembers'>['members'];
  /** What was asked for, which the choice on the page may have left behind already. */
  readonly quietDays: number;
};

export type ViewProps = { readonly classId: string; readonly name: string; readonly part: Part };
export type ShownProps = ViewProps & {
  readonly loaded: LoadedClass;
  readonly quietDays: number;
  readonly onQuietDays: (days: number) => void;
};

/** What a tab of the class leads to: its tables and forms come after the sentence that is read first. */
export const ClassPart = ({
  classId,
  name,
  part,
  loaded,
  learners,
  quietDays,
  onQuietDays,
}: ShownProps & { readonly learners: readonly Learner[] }) => {
  const { members, progress } = loaded;
  if (part === 'results') return <ResultsPart name={name} learners={learners} courses={progress.courses} />;
  if (part === 'levels') return <LevelsPart {...{ classId, name, members }} />;
  if (part === 'watched') return <WatchedPart classId={classId} courses={progress.courses} />;
  if (part === 'roster') return <MemberTable name={name} members={members} />;
  if (part === 'invite') return <InvitePart classId={classId} name={name} />;
  return <ProgressPart {...{ name, learners, quietDays, onQuietDays }} courses={progress.courses} />;
};
