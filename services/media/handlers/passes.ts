import { senderOf } from '#shared/http/asker-address.ts';
import { refuse } from '#shared/http/problem.ts';
import { serviceApi } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { TryStore } from '#shared/store/try-store.ts';
import { AccessStore } from '../access-store.ts';
import {
  type Issued,
  issuePackagePass,
  issuePass,
  issueTvPass,
  type PackageTools,
  type Tools,
} from '../commands/issue-pass.ts';
import { passRoutes } from '../contract-delivery.ts';
import { PASS_SECONDS } from '../domain/access.ts';
import { screenCookie, screenKeyIn } from '../domain/tv-code.ts';
import { drawnScreenKey } from '../drawn-screen-key.ts';
import { PassSigner } from '../pass-signer.ts';
import { mediaProblems } from '../problems.ts';
import { RecordingStore } from '../store.ts';

const db = connect();
const signer = new PassSigner();
const tries = new TryStore(db, tableName());
const tools: Tools & PackageTools = {
  recordings: new RecordingStore(db, tableName()),
  access: new AccessStore(db, tableName()),
  sign: (assetId, at) => signer.sign(assetId, at),
  signPackage: (assetId, at) => signer.signPackage(assetId, at),
};

const answer = ({ assetId, cookies }: Issued) =>
  ({ status: 200, body: { assetId, validForSeconds: PASS_SECONDS }, cookies }) as const;

async function openPackage(asked: Parameters<typeof issuePackagePass>[1]) {
  const issued = await issuePackagePass(tools, asked);
  if (typeof issued === 'string') return refuse(issued);
  const { launch, cookies } = issued;
  return { status: 200 as const, body: { launch, cookies: [...cookies], validForSeconds: PASS_SECONDS } };
}

/** Passes by a function of their own: it alone may read the key that the edge trusts. */
export const handler = serviceApi(passRoutes, mediaProblems, {
  issuePass: async ({ params, actor, at }) => {
    const issued = await issuePass(tools, { ...params, viewer: actor, at });
    return typeof issued === 'string' ? refuse(issued) : answer(issued);
  },
  issueOpenPass: async ({ params, at }) => {
    const issued = await issuePass(tools, { ...params, viewer: undefined, at });
    return typeof issued === 'string' ? refuse(issued) : answer(issued);
  },
  issuePackagePass: ({ params, query, actor, at }) =>
    openPackage({ ...params, lesson: Number(query.lesson ?? 1), viewer: actor, at }),
  issueOpenPackagePass: ({ params, query, at }) =>
    openPackage({ ...params, lesson: Number(query.lesson ?? 1), viewer: undefined, at }),
  issueTvPass: async ({ params, at, event }) => {
    const { code } = params;
    const issued = await issueTvPass(
      { ...tools, tries },
      {
        ...{ code, at, sender: () => senderOf(tries, event, at) },
        ...{ screenKey: screenKeyIn(event.cookies), drawnKey: drawnScreenKey() },
      },
    );
    if (typeof issued === 'string') return refuse(issued);
    const { screenKey, cookies, ...rest } = issued;
    return answer({ ...rest, cookies: [...cookies, screenCookie(code, screenKey)] });
  },
});
