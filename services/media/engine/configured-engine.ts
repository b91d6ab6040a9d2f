import { execFileSync } from 'node:child_process';
import { createEngine, ENGINE_VERSION, type Engine, type EngineOptions, engineName } from './engine.ts';
import { requireStanding } from './version-floor.ts';

/** A program that says nothing for so long never will, and whoever plans waits for it. Milliseconds. */
const PATIENCE = 5_000;

/** What `ffmpeg -version` says of itself, for example `5.1.9-0+deb12u1`. Throws when there is no such program. */
export function programVersion(ffmpegPath: string, timeout = PATIENCE): string {
  const printed = execFileSync(ffmpegPath, ['-version'], { encoding: 'utf8', env: {}, timeout });
  const version = /^ffmpeg version (\S+)/.exec(printed)?.[1];
  if (!version) throw new Error(`${ffmpegPath} does not say which version it is`);
  return version;
}

/**
 * Which engine this process plans for: the packaged one, or the program that FFMPEG_PATH names where the package has
 * no binary. One that is below the recorded floor without a waiver is refused.
 */
export function configuredVersion({ FFMPEG_PATH } = process.env): string {
  if (!FFMPEG_PATH) return ENGINE_VERSION;
  const version = programVersion(FFMPEG_PATH);
  requireStanding(version);
  return engineName('ffmpeg', version);
}

/** The configured engine, ready to work. */
export function configuredEngine(
  options: Omit<EngineOptions, 'ffmpegPath'>,
  environment = process.env,
): Engine & { readonly version: string } {
  const { FFMPEG_PATH } = environment;
  const version = configuredVersion(environment);
  return { ...createEngine({ ...options, ...(FFMPEG_PATH && { ffmpegPath: FFMPEG_PATH }) }), version };
}
