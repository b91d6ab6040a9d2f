import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appraise, reinstate, withdraw } from './appraisal.ts';
import { type About, accessOf, checksFor, type Edition, missingOf } from './edition.ts';
import {
  absorbed,
  editDraft,
  listedOf,
  type Material,
  materialOfAsset,
  newMaterial,
  submitDraft,
} from './material.ts';

const at = '2026-11-26T02:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
const about: About = {
  ...{ title: 'Nhận ra tin nhắn lừa đảo', summary: '', language: 'vi', peopleShown: 'nobody' },
  ...{ licence: 'CC BY 4.0', source: 'Trung tâm' },
  ...{ tracks: ['security'], audiences: [], competenceCodes: ['4.2'] },
};
const film = { kind: 'video', assetId: 'A', courseId: 'C', lessonNo: 2, durationMs: 6000 } as const;
const maker = { by: 'maker', at };
const checks = checksFor('video');

const waiting = (): Material => materialOfAsset(about, film, maker);
const issue = (was: Material, by = 'head', when = later(1)) => {
  const appraisal = { verdict: 'issued', revision: was.revision, checks, by, at: when } as const;
  const decided = appraise(was, appraisal);
  if (decided.kind === 'refused') throw new Error(decided.reason);
  return decided.material;
};
const isMaterial = (outcome: Material | string): Material => {
  if (typeof outcome === 'string') throw new Error(outcome);
  return outcome;
};

describe('a file that became ready', () => {
  it('waits at once when its uploader said all that an appraiser must know', () => {
    expect(waiting()).toMatchObject({ materialId: 'A', draft: { state: 'submitted', version: 1 } });
    expect(listedOf(waiting())).toBeUndefined();
  });

  it.each([
    ['licence', { licence: undefined }],
    ['source', { source: undefined }],
    ['consent', { peopleShown: 'unknown' }],
    ['track', { tracks: [], competenceCodes: [] }],
  ] as const)('stays with its maker while it lacks %s', (lacking, without) => {
    const { draft } = materialOfAsset({ ...about, ...without } as About, film, maker);
    expect(draft?.state).toBe('draft');
    expect(missingOf(draft as Edition)).toEqual([lacking]);
  });

  it('stays with its maker while it is a picture without words for those who do not see it', () => {
    const picture = { kind: 'image', assetId: 'A' } as const;
    const { draft } = materialOfAsset(about, picture, maker);
    expect(missingOf(draft as Edition)).toEqual(['alt-text']);
    const told = materialOfAsset({ ...about, altText: 'Ổ khóa ở đầu thanh địa chỉ' }, picture, maker);
    expect(told.draft?.state).toBe('submitted');
  });

  it('is open to everybody as the first lesson of a course, or of none', () => {
    expect(accessOf({ ...film, lessonNo: 1 })).toBe('open');
    expect(accessOf({ kind: 'video', assetId: 'A' })).toBe('open');
    expect(accessOf(film)).toBe('enrolled');
    expect(accessOf({ kind: 'video', assetId: 'A', courseId: 'C' })).toBe('enrolled');
  });
});

describe('an appraisal', () => {
  const decide = (was: Material, over: Partial<Parameters<typeof appraise>[1]>) =>
    appraise(was, { verdict: 'issued', revision: was.revision, checks, by: 'head', at, ...over });

  it('issues what a second person found right in every point', () => {
    const issued = issue(waiting());
    expect(issued).toMatchObject({ issued: { version: 1, issuedAt: later(1) } });
    expect(issued.draft).toBeUndefined();
  });

  it.each([
    ['own-material', { by: 'maker' }],
    ['material-changed', { revision: 7 }],
    ['checks-open', { checks: checks.slice(1) }],
  ] as const)('is refused: %s', (reason, over) => {
    expect(decide(waiting(), over)).toEqual({ kind: 'refused', reason });
  });

  it('returns a version with remarks, which its makers then change and hand in again', () => {
    const decided = decide(waiting(), { verdict: 'returned', checks: [], remarks: 'Thiếu phụ đề' });
    expect(decided).toMatchObject({ material: { draft: { state: 'returned', remarks: 'Thiếu phụ đề' } } });
    const returned = decided.kind === 'decided' ? decided.material : waiting();
    const edited = isMaterial(editDraft(returned, { revision: 2, about }, { by: 'colleague', at }));
    expect(edited.draft).toMatchObject({ state: 'draft', editedBy: ['maker', 'colleague'], version: 1 });
    expect(edited.draft?.remarks).toBeUndefined();
    const again = isMaterial(submitDraft(edited, edited.revision, maker));
    expect(decide(again, { by: 'colleague' })).toEqual({ kind: 'refused', reason: 'own-material' });
  });

  it('asks for no captions of what has no speech, and for no consent of what shows nobody', () => {
    expect(checksFor('document')).not.toContain('captions-where-speech');
    expect(checksFor('reference')).not.toContain('people-agreed');
  });
});

describe('a next version', () => {
  const next = { ...about, title: 'Bản hai' };

  it('leaves the issued one listed until it is appraised itself', () => {
    const first = issue(waiting());
    const edited = isMaterial(editDraft(first, { revision: first.revision, about: next }, maker));
    const handed = isMaterial(submitDraft(edited, edited.revision, maker));
    expect(listedOf(handed)?.title).toBe(about.title);
    expect(listedOf(issue(handed, 'head', later(9)))).toMatchObject({ title: 'Bản hai', version: 2 });
  });

  it('takes over the file of another draft, whose maker counts as one of its own', () => {
    const first = issue(waiting());
    const other = materialOfAsset(
      { ...about, licence: undefined } as never,
      { ...film, assetId: 'B' },
      {
        ...{ by: 'second', at },
      },
    );
    const edit = { revision: first.revision, about: next, from: other };
    const edited = isMaterial(editDraft(first, edit, maker));
    expect(edited.draft).toMatchObject({ assetId: 'B', version: 2, editedBy: ['second', 'maker'] });
    const over = absorbed(other, first.materialId, at);
    expect(over.draft).toBeUndefined();
    expect(editDraft(over, { revision: over.revision, about }, maker)).toBe('not-found');
    expect(editDraft(first, { ...edit, from: waiting() }, maker)).toBe('file-not-free');
    expect(editDraft(first, { ...edit, from: newMaterial('L', about, { kind: 'link' }, maker) }, maker)).toBe(
      'file-not-free',
    );
  });

  it.each([
    ['no lesson', { kind: 'video', assetId: 'B', courseId: 'C', durationMs: 6000 }],
    ['no course', { kind: 'video', assetId: 'B', durationMs: 6000 }],
    ['another lesson', { ...film, assetId: 'B', lessonNo: 1 }],
    ['another course', { ...film, assetId: 'B', courseId: 'D' }],
    ['another kind', { kind: 'document', assetId: 'B', courseId: 'C', lessonNo: 2 }],
  ] as const)(
    'takes no file that was sent for %s: what it is, or who may see it, would change',
    (_, elsewhere) => {
      const first = issue(waiting());
      const from = materialOfAsset({ ...about, licence: undefined } as About, elsewhere, maker);
      const edit = { revision: first.revision, about: next, from };
      expect(editDraft(first, edit, maker)).toBe('file-elsewhere');
    },
  );
});

describe('a withdrawal', () => {
  it('takes off what is listed, and only a second person puts it back', () => {
    const issued = issue(waiting());
    const gone = withdraw(issued, { reason: 'consent' }, { by: 'maker', at });
    if (gone.kind === 'refused') throw new Error(gone.reason);
    expect(listedOf(gone.material)).toBeUndefined();
    expect(withdraw(gone.material, { reason: 'wrong' }, maker)).toMatchObject({ reason: 'not-issued' });
    expect(reinstate(gone.material, maker)).toMatchObject({ reason: 'own-material' });
    const back = reinstate(gone.material, { by: 'head', at });
    expect(back).toMatchObject({ decision: { verdict: 'reinstated', version: 1 } });
    expect(back.kind === 'decided' && listedOf(back.material)).toEqual(issued.issued);
    expect(reinstate(issued, { by: 'head', at })).toMatchObject({ reason: 'not-issued' });
  });
});

type Step = 'edit' | 'submit' | 'issue' | 'return' | 'withdraw' | 'reinstate';
const step = fc.record({
  what: fc.constantFrom<Step>('edit', 'submit', 'issue', 'return', 'withdraw', 'reinstate'),
  by: fc.constantFrom('maker', 'colleague', 'head', 'other-head'),
  stale: fc.boolean(),
});

const decidedOr = (was: Material, decided: ReturnType<typeof appraise> | ReturnType<typeof reinstate>) =>
  decided.kind === 'decided' ? decided.material : was;

function take(was: Material, { what, by, stale }: { what: Step; by: string; stale: boolean }, n: number) {
  const revision = stale ? was.revision - 1 : was.revision;
  const authorship = { by, at: later(n) };
  const orWas = (outcome: Material | string) => (typeof outcome === 'string' ? was : outcome);
  const steps: Record<Step, () => Material> = {
    edit: () => orWas(editDraft(was, { revision, about: { ...about, title: `${n}` } }, authorship)),
    submit: () => orWas(submitDraft(was, revision, authorship)),
    issue: () => decidedOr(was, appraise(was, { verdict: 'issued', revision, checks, ...authorship })),
    return: () =>
      decidedOr(was, appraise(was, { verdict: 'returned', revision, checks, remarks: 'x', ...authorship })),
    withdraw: () => decidedOr(was, withdraw(was, { reason: 'wrong' }, authorship)),
    reinstate: () => decidedOr(was, reinstate(was, authorship)),
  };
  return steps[what]();
}

describe('any history', () => {
  it('lists nothing that its own makers appraised, nothing incomplete, and versions in their order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let material = newMaterial('A', about, film, maker);
        const appraised = new Map<number, string>();
        for (const [n, each] of steps.entries()) {
          const next = take(material, each, n);
          expect(next === material || next.revision === material.revision + 1).toBe(true);
          if (next.issued && next.issued !== material.issued) {
            expect(each.what).toBe('issue');
            expect(next.issued.editedBy).not.toContain(each.by);
            expect(missingOf(next.issued)).toEqual([]);
            expect(next.issued.version).toBe((material.issued?.version ?? 0) + 1);
            appraised.set(next.issued.version, each.by);
          }
          material = next;
        }
        const listed = listedOf(material);
        if (listed) expect(appraised.has(listed.version)).toBe(true);
      }),
    );
  });
});
