import { hashOfFiles, type PackageFile } from './package-files.ts';
import type { Manifest } from './package-manifest.ts';
import { hashOfPlan } from './plan-hash.ts';

/** Files unpacked by one delivery of a message, and bytes of them (32 MiB) unless one file has more. */
const FILES_PER_GROUP = 100;
const BYTES_PER_GROUP = 32 * 1024 ** 2;

/** What reading the package told; files in the order of their names. */
export interface PackageFacts extends Manifest {
  readonly files: readonly PackageFile[];
}

/** Decides every object made of a package, as a `TranscodePlan` does of a recording. */
export interface PackagePlan extends Manifest {
  readonly kind: 'package';
  readonly engine: string;
  readonly files: number;
  readonly bytes: number;
  /** Of the names, sizes and checksums of all files. */
  readonly filesHash: string;
  /** Number of the first file of each group, from 0. */
  readonly groups: readonly number[];
  readonly planHash: string;
}

/** A group of files is one piece of work. */
export type FileGroup = `files-${number}`;

function startsOf(files: readonly PackageFile[]): number[] {
  const starts: number[] = [];
  let bytes = 0;
  for (const [at, file] of files.entries()) {
    const isFull = at - (starts.at(-1) ?? 0) >= FILES_PER_GROUP || bytes + file.bytes > BYTES_PER_GROUP;
    if (at === 0 || isFull) {
      starts.push(at);
      bytes = 0;
    }
    bytes += file.bytes;
  }
  return starts;
}

/** The plan for a package that was found fair, by the named engine. */
export function planPackage({ launch, title, lessons, files }: PackageFacts, engine: string): PackagePlan {
  const plan = {
    ...{ kind: 'package' as const, engine, launch },
    ...(title && { title }),
    ...(lessons && { lessons }),
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    filesHash: hashOfFiles(files),
    groups: startsOf(files),
  };
  return { ...plan, planHash: hashOfPlan(plan) };
}

/** Every group of a plan, in the order of the files. */
export const fileGroupsOf = ({ groups }: PackagePlan): FileGroup[] =>
  groups.map((_, n): FileGroup => `files-${n}`);

/** First file of a group and the one after its last. A group the plan does not have is a bug of the caller. */
export function filesOfGroup({ groups, files }: PackagePlan, group: FileGroup): [from: number, to: number] {
  const n = Number(group.slice('files-'.length));
  const from = groups[n];
  if (from === undefined) throw new RangeError(`${group} of ${groups.length} groups`);
  return [from, groups[n + 1] ?? files];
}
