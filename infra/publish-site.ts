import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {
  DeleteObjectsCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { shellFile, sitePages } from '../web/src/pages.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.yaml': 'application/yaml',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
/** Vite puts a hash of the content into these names, so they may be kept for ever; everything else is asked for again. */
const HASHED = /^(package-player\/)?assets\/.*-[\w-]{8}\.\w+$/;
const DELETED_AT_ONCE = 1000;

/** Where the site's own address leads on to the sign-in service: a page that asks another origin waits one round trip more. */
export const SIGN_IN_PATH = '/accounts';

/** The page that plays packages lies here in the bucket, and is served at the root of their own address. */
export const PLAYER_FOLDER = 'package-player';

/** Documents of pages that the local cloud alone shows. */
const LOCAL_SHELLS = new Set(sitePages.flatMap(([name, { isLocal }]) => (isLocal ? shellFile(name) : [])));

type Page = { readonly key: string; readonly body: Buffer };

function pagesOf(folder: string, prefix: string): Page[] {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { key: path.posix.join(prefix, path.relative(folder, file)), body: fs.readFileSync(file) };
    });
}

/** What the page is told about its surroundings, as /config.json. */
export type SiteConfig = {
  readonly stage: string;
  readonly region: string;
  readonly userPoolId: string;
  readonly clientId: string;
  /** Where interactive packages play; never the site's own origin. */
  readonly packageOrigin: string;
  /** Whether this is the local cloud, whose sign-in page may offer demo people. */
  readonly local: boolean;
  /** Shown where learners look for help; left out, the page names no number. */
  readonly contact?: { readonly phone?: string; readonly address?: string };
};

async function etagsOf(client: S3Client, Bucket: string): Promise<Map<string, string>> {
  const etags = new Map<string, string>();
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket }))
    for (const { Key = '', ETag = '' } of Contents) etags.set(Key, ETag.replaceAll('"', ''));
  return etags;
}

const upload = (client: S3Client, Bucket: string, { key, body }: Page) =>
  client.send(
    new PutObjectCommand({
      Bucket,
      Key: key,
      Body: body,
      ContentType: TYPES[path.extname(key)] ?? 'application/octet-stream',
      CacheControl: HASHED.test(key) ? 'public, max-age=31536000, immutable' : 'no-cache',
    }),
  );

async function remove(client: S3Client, Bucket: string, keys: readonly string[]): Promise<void> {
  for (let from = 0; from < keys.length; from += DELETED_AT_ONCE) {
    const Objects = keys.slice(from, from + DELETED_AT_ONCE).map((Key) => ({ Key }));
    await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
  }
}

/**
 * Puts folders of the built site and its config.json into the site bucket, through the S3 API: only what changed, and
 * pages last so that none names a file that is not there yet; pages of the local cloud go nowhere else. `folders` are keyed by their prefix on the site ('' is the
 * root). Returns how many files were uploaded.
 */
export async function publishSite(
  { client, bucket }: { readonly client: S3Client; readonly bucket: string },
  folders: Readonly<Record<string, string>>,
  config: SiteConfig,
): Promise<number> {
  const files = Object.entries(folders)
    .flatMap(([prefix, folder]) => pagesOf(folder, prefix))
    .filter(({ key }) => config.local || !LOCAL_SHELLS.has(key));
  const pages = [
    ...files,
    { key: 'config.json', body: Buffer.from(JSON.stringify({ ...config, cognitoEndpoint: SIGN_IN_PATH })) },
  ];
  const present = await etagsOf(client, bucket);
  const changed = pages.filter(
    ({ key, body }) => present.get(key) !== createHash('md5').update(body).digest('hex'),
  );
  const [html, others] = [changed.filter(isHtml), changed.filter((page) => !isHtml(page))];
  for (const group of [others, html]) await Promise.all(group.map((page) => upload(client, bucket, page)));
  const wanted = new Set(pages.map(({ key }) => key));
  const gone = [...present.keys()].filter((key) => !wanted.has(key));
  await remove(client, bucket, gone);
  return changed.length;
}

const isHtml = ({ key }: Page): boolean => key.endsWith('.html');
