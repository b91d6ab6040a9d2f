import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';

const root = path.resolve(import.meta.dirname, '../..');
const PACKAGE = path.join(root, 'node_modules/@sparticuz/chromium/package.json');
const SYSTEM_NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
const LAUNCH_LIMIT_MS = 30_000;

/** What recordings are made of; a Chromium built without it could not play a single one. */
const RECORDING_TYPE = 'video/mp4; codecs="avc1.42E01E,mp4a.40.2"';

/** Playwright itself adds --no-sandbox, which root and containers need; only our own loopback pages are opened. */
const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The people of the centre: a reader of Vietnamese in Viet Nam, whatever machine runs the test. */
export const VIETNAMESE: BrowserContextOptions = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' };

type Candidate = {
  readonly name: string;
  readonly executablePath: string;
  readonly env?: Readonly<Record<string, string>>;
};

function* systemCandidates(): Generator<Candidate> {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter))
    for (const name of SYSTEM_NAMES) {
      const executablePath = path.join(folder, name);
      if (folder && fs.existsSync(executablePath)) yield { name: executablePath, executablePath };
    }
}

/** The package's own list of font folders fits functions of AWS only; without any font a page has no text. */
const fontList = (unpacked: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path.join(unpacked, 'fonts/fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${path.join(unpacked, 'fonts/cache')}</cachedir>
</fontconfig>
`;

/**
 * The package unpacks beside TMPDIR and leaves its own nss, nspr and expat packed unless it believes it is in a
 * function of AWS, so it is told both in a process of its own. The folder appears complete or not at all.
 */
function unpack(): string {
  const { version } = JSON.parse(fs.readFileSync(PACKAGE, 'utf8')) as { version: string };
  const unpacked = path.join(root, '.build/chromium', version);
  if (fs.existsSync(unpacked)) return unpacked;
  const making = `${unpacked}.${process.pid}`;
  fs.mkdirSync(making, { recursive: true });
  const script = "await (await import('@sparticuz/chromium')).default.executablePath()";
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, TMPDIR: making, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  fs.writeFileSync(path.join(making, 'fonts/fonts.conf'), fontList(unpacked));
  try {
    fs.renameSync(making, unpacked);
  } catch (error) {
    // Another run was first with the same thing.
    if (!fs.existsSync(unpacked)) throw error;
    fs.rmSync(making, { recursive: true, force: true });
  }
  return unpacked;
}

function packagedCandidate(): Candidate {
  const unpacked = unpack();
  return {
    name: '@sparticuz/chromium',
    executablePath: path.join(unpacked, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [path.join(unpacked, 'al2023/lib'), process.env.LD_LIBRARY_PATH]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_PATH: path.join(unpacked, 'fonts'),
      HOME: process.env.HOME ?? unpacked,
    },
  };
}

async function playsRecordings(browser: Browser): Promise<boolean> {
  const page = await browser.newPage();
  try {
    return await page.evaluate<boolean>(`MediaSource.isTypeSupported('${RECORDING_TYPE}')`);
  } finally {
    await page.close();
  }
}

/** A browser that runs here and plays H.264; anything less throws with the reason. */
async function launch({ name, executablePath, env }: Candidate): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath,
    args: ARGUMENTS,
    timeout: LAUNCH_LIMIT_MS,
    env: { ...process.env, TZ: 'Asia/Ho_Chi_Minh', LANG: 'vi_VN.UTF-8', ...env },
  });
  try {
    if (!(await playsRecordings(browser))) throw new Error('it cannot play H.264');
  } catch (error) {
    await browser.close();
    throw error;
  }
  console.log(`browser: Chromium ${browser.version()} (${name})`);
  return browser;
}

const firstLine = (error: unknown): string => String((error as Error).message).split('\n', 1)[0] ?? '';

/**
 * Starts $HVS_CHROMIUM and nothing else when it is set; otherwise a Chromium of the system that works, else the one
 * of the npm package, which needs no library of the system but libc. Throws one sentence when none can run.
 */
export async function startChromium(): Promise<Browser> {
  const chosen = process.env.HVS_CHROMIUM;
  const candidates = chosen
    ? [() => ({ name: chosen, executablePath: chosen })]
    : [...[...systemCandidates()].map((candidate) => () => candidate), packagedCandidate];
  const refusals: string[] = [];
  for (const candidate of candidates) {
    try {
      return await launch(candidate());
    } catch (error) {
      refusals.push(firstLine(error));
    }
  }
  throw new Error(
    `No Chromium can run here (${refusals.join('; ')}): install one that plays H.264, such as "apt-get install chromium", or set HVS_CHROMIUM to its path.`,
  );
}
