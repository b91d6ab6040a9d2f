import type { Cloud } from '../cloud.ts';
import { demoLibrary } from './content.ts';
import { SETTLE_MS } from './patience.ts';
import { expectStatus, type Send } from './session.ts';

type Waiting = {
  readonly materialId: string;
  readonly revision: number;
  readonly draft?: { readonly title: string; readonly kind: string };
};

const EVERY_CHECK = [
  'content-right',
  'competence-fits',
  'licence-clear',
  'captions-where-speech',
  'people-agreed',
];
/** Left for whoever tries the appraisal desk. */
const LEFT_WAITING = 'Báo một trang lừa đảo';

/** Links and references that the content staff hands in; what is there already is left alone. */
export async function loadLibrary(contentStaff: Send): Promise<void> {
  const { materials } = await expectStatus(contentStaff, [200], 'GET', '/v1/desk-materials?of=own');
  const known = new Set(
    (materials as (Waiting & { issued?: { title: string } })[]).map(
      ({ draft, issued }) => (draft ?? issued)?.title,
    ),
  );
  for (const material of demoLibrary().filter(({ title }) => !known.has(title))) {
    const made = await expectStatus(contentStaff, [201], 'POST', '/v1/materials', {
      ...{ language: 'vi', peopleShown: 'nobody' },
      ...material,
    });
    const { materialId, revision } = made as Waiting;
    const submission = `/v1/desk-materials/${materialId}/submission`;
    await expectStatus(contentStaff, [200], 'POST', submission, { revision });
  }
}

/** A second person issues what waits, but for one link; the lecture waits once it is ready. */
export async function appraiseMaterials(cloud: Cloud, appraiser: Send): Promise<void> {
  await cloud.settle(SETTLE_MS);
  const { materials } = await expectStatus(appraiser, [200], 'GET', '/v1/desk-materials?of=waiting');
  for (const { materialId, revision, draft } of materials as Waiting[]) {
    if (draft?.title === LEFT_WAITING) continue;
    await expectStatus(appraiser, [200], 'POST', `/v1/desk-materials/${materialId}/appraisals`, {
      verdict: 'issued',
      revision,
      checks: EVERY_CHECK,
    });
  }
  await cloud.settle(SETTLE_MS);
}
