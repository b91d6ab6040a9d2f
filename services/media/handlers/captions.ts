import { refuse } from '#shared/http/problem.ts';
import { type Call, serviceApi } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { CaptionStore } from '../caption-store.ts';
import { publishCaptions, withdrawCaptions } from '../commands/publish-captions.ts';
import { saveCaptions } from '../commands/save-captions.ts';
import { captionRoutes } from '../contract.ts';
import { Deliveries } from '../deliveries.ts';
import type { CaptionSet } from '../domain/captions.ts';
import { mediaProblems } from '../problems.ts';
import { trackView } from '../queries/captions.ts';
import { RecordingStore } from '../store.ts';
import { visibleRecording } from '../visible-recording.ts';

const db = connect();
const store = new RecordingStore(db, tableName());
const captions = new CaptionStore(db, tableName());
const tools = { captions, deliveries: new Deliveries() };

/** So many faulty lines are named in one answer: whoever mends them has them checked again. */
const FAULTS_NAMED = 20;

async function save({ params, body, actor, at }: Call<typeof captionRoutes.saveCaptions>) {
  const { assetId, language } = params;
  if (!(await visibleRecording(store, actor, assetId))) return refuse('not-found');
  const { version, text } = body;
  const saved = await saveCaptions(captions, {
    ...{ assetId, language, text, at },
    from: version,
    by: actor.personId,
  });
  if (saved === 'conflict') return refuse(saved, '/body/version');
  if (saved === 'too-long') return refuse('captions-too-long', '/body/text');
  if ('faults' in saved) {
    const named = saved.faults.slice(0, FAULTS_NAMED);
    const errors = named.map(({ line, code }) => ({
      pointer: '/body/text',
      detail: `line ${line}: ${code}`,
    }));
    return { refusal: 'captions-unreadable', errors } as const;
  }
  return { status: 200, body: trackView(saved, await captions.findSet(assetId)) } as const;
}

async function answerWith(assetId: string, language: string, set: CaptionSet) {
  const draft = await captions.findDraft(assetId, language);
  if (!draft) return refuse('not-found');
  return { status: 200, body: trackView(draft, set) } as const;
}

export const handler = serviceApi(captionRoutes, mediaProblems, {
  saveCaptions: save,
  listCaptions: async ({ params: { assetId }, actor }) => {
    if (!(await visibleRecording(store, actor, assetId))) return refuse('not-found');
    const [drafts, set] = await Promise.all([captions.listDrafts(assetId), captions.findSet(assetId)]);
    return { status: 200, body: { tracks: drafts.map((draft) => trackView(draft, set)) } };
  },
  getCaptions: async ({ params: { assetId, language }, actor }) => {
    if (!(await visibleRecording(store, actor, assetId))) return refuse('not-found');
    const [draft, set] = await Promise.all([
      captions.findDraft(assetId, language),
      captions.findSet(assetId),
    ]);
    if (!draft) return refuse('not-found');
    return { status: 200, body: { ...trackView(draft, set), text: draft.text } };
  },
  publishCaptions: async ({ params: { assetId, language }, body, actor, cause }) => {
    const recording = await visibleRecording(store, actor, assetId);
    if (!recording) return refuse('not-found');
    const shown = await publishCaptions(tools, recording, { language, ...body }, cause);
    if (typeof shown === 'string') return refuse(shown);
    return answerWith(assetId, language, shown);
  },
  withdrawCaptions: async ({ params: { assetId, language }, actor, cause }) => {
    const recording = await visibleRecording(store, actor, assetId);
    if (!recording) return refuse('not-found');
    const left = await withdrawCaptions(tools, recording, language, cause);
    if (typeof left === 'string') return refuse(left);
    return answerWith(assetId, language, left);
  },
});
