import {
  type About,
  type AssetFile,
  accessOf,
  assetOf,
  type Content,
  type Edition,
  missingOf,
} from './edition.ts';

export type WithdrawalReason = 'licence' | 'consent' | 'wrong' | 'outdated' | 'other';
export type DraftState = 'draft' | 'submitted' | 'returned';

/** The version that is worked on. Whoever had a hand in it may not appraise it. */
export type Draft = Edition & {
  readonly state: DraftState;
  readonly editedBy: readonly string[];
  readonly submittedAt?: string;
  /** Of whoever returned it. */
  readonly remarks?: string;
};
export type Issued = Edition & { readonly issuedAt: string; readonly editedBy: readonly string[] };
export type Withdrawal = {
  readonly at: string;
  readonly reason: WithdrawalReason;
  readonly remarks?: string;
};

/**
 * One material of the library. What everybody sees is `issued`, unless it is withdrawn; a next version is worked on
 * beside it and takes its place when a second person has appraised it. Instants are ISO 8601 UTC.
 */
export type Material = {
  readonly materialId: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly changedAt: string;
  /** Grows with every change; events carry it, so that who hears them in another order knows which is the later. */
  readonly revision: number;
  readonly draft?: Draft;
  readonly issued?: Issued;
  readonly withdrawn?: Withdrawal;
  /** The material whose next version took over the file of this one, which is over with that. */
  readonly absorbedBy?: string;
};

export type Authorship = { readonly by: string; readonly at: string };

/** What is listed now, if anything. */
export const listedOf = ({
  issued,
  withdrawn,
}: Pick<Material, 'issued' | 'withdrawn'>): Issued | undefined => (withdrawn ? undefined : issued);

/** The file that a change puts on the lists, which has to be there. */
export function fileListedAnew(was: Material, next: Material): string | undefined {
  const [before, after] = [listedOf(was), listedOf(next)];
  return after?.issuedAt === before?.issuedAt ? undefined : assetOf(after);
}

export const isWaiting = ({ draft }: Pick<Material, 'draft'>): boolean => draft?.state === 'submitted';

const firstDraft = (about: About, content: Content, by: string): Draft => ({
  ...{ ...about, ...content, version: 1, access: accessOf(content) },
  state: 'draft',
  editedBy: [by],
});

/** A new material, of which nobody sees anything yet. */
export const newMaterial = (
  materialId: string,
  about: About,
  content: Content,
  { by, at }: Authorship,
): Material => ({
  ...{ materialId, createdBy: by, createdAt: at, changedAt: at, revision: 1 },
  draft: firstDraft(about, content, by),
});

/**
 * The material of a file that became ready. It is named after the file, so the news may come as often as it likes. What
 * was said about the file when it was sent may be enough to hand it in at once, in the name of who sent it.
 */
export function materialOfAsset(about: About, file: AssetFile, authorship: Authorship): Material {
  const material = newMaterial(file.assetId, about, file, authorship);
  const { draft } = material;
  return draft && missingOf(draft).length === 0
    ? { ...material, draft: { ...draft, state: 'submitted', submittedAt: authorship.at } }
    : material;
}

/** The material after a change: every one counts, and nothing is changed without its time. */
export const changed = (was: Material, at: string, next: Partial<Material>): Material => ({
  ...was,
  ...next,
  revision: was.revision + 1,
  changedAt: at,
});

const contentOf = (edition: Edition): Content => {
  if (edition.kind === 'link' || edition.kind === 'reference') return { kind: edition.kind };
  const { kind, assetId, courseId, lessonNo, durationMs } = edition;
  return {
    ...{ kind, assetId },
    ...(courseId && { courseId }),
    ...(lessonNo && { lessonNo }),
    ...(durationMs !== undefined && { durationMs }),
  };
};

export type EditRefusal =
  | 'not-found'
  | 'material-waits'
  | 'material-changed'
  | 'file-not-free'
  | 'file-elsewhere';

/** What an edit builds upon, or why it may not: the draft, or the issued version to which a next one begins. */
function baseOf(material: Material, revision: number): Draft | Issued | EditRefusal {
  if (material.absorbedBy) return 'not-found';
  if (material.revision !== revision) return 'material-changed';
  if (isWaiting(material)) return 'material-waits';
  return material.draft ?? material.issued ?? 'not-found';
}

/** Whether the file of a material may become a version of another one: it was never listed and nobody waits for it. */
const isFree = ({ issued, draft, absorbedBy }: Material): boolean =>
  !(issued || absorbedBy) && draft !== undefined && draft.state !== 'submitted' && 'assetId' in draft;

/**
 * The material with another draft. `from` is another material whose file this version takes over. A draft that was
 * returned counts as a draft again, and everybody who edited it stays one of its makers.
 */
export function editDraft(
  was: Material,
  edit: { readonly revision: number; readonly about: About; readonly from?: Material | undefined },
  { by, at }: Authorship,
): Material | EditRefusal {
  const base = baseOf(was, edit.revision);
  if (typeof base === 'string') return base;
  const { from } = edit;
  if (from && !(isFree(from) && assetIsLike(base, from))) return 'file-not-free';
  if (from?.draft && placeOf(from.draft) !== placeOf(base)) return 'file-elsewhere';
  const content = contentOf(from?.draft ?? base);
  const { version } = was.draft ?? { version: base.version + 1 };
  const makers = new Set([...(was.draft?.editedBy ?? []), ...(from?.draft?.editedBy ?? []), by]);
  return changed(was, at, {
    draft: {
      ...{ ...edit.about, ...content, version, access: accessOf(content) },
      state: 'draft',
      editedBy: [...makers],
    },
  });
}

/** A file replaces a file, never a link or a reference: what people saved as one stays one. */
const assetIsLike = (base: Edition, { draft }: Material): boolean =>
  'assetId' in base && draft !== undefined && 'assetId' in draft;

/**
 * Kind, course and lesson; the last two say who may see a file. A next version stays what and where it was: one that was
 * sent for nowhere would open to everybody what was for those enrolled, and would be missing in the lesson.
 */
const placeOf = (edition: Edition): string =>
  'assetId' in edition ? `${edition.kind} ${edition.courseId ?? ''} ${edition.lessonNo ?? ''}` : '';

/** A material whose file another one took over. */
export const absorbed = (was: Material, by: string, at: string): Material => {
  const { draft: _draft, ...rest } = was;
  return changed(rest, at, { absorbedBy: by });
};

export type SubmitRefusal = 'not-found' | 'no-draft' | 'material-changed' | 'material-incomplete';

/** The material with its draft handed in; the same again is the same material. */
export function submitDraft(
  was: Material,
  revision: number,
  { by, at }: Authorship,
): Material | SubmitRefusal {
  const { draft } = was;
  if (was.absorbedBy) return 'not-found';
  if (!draft) return 'no-draft';
  if (draft.state === 'submitted') return was;
  if (was.revision !== revision) return 'material-changed';
  if (missingOf(draft).length > 0) return 'material-incomplete';
  const editedBy = [...new Set([...draft.editedBy, by])];
  return changed(was, at, { draft: { ...draft, editedBy, state: 'submitted', submittedAt: at } });
}
