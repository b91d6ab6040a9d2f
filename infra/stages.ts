import { RemovalPolicy } from 'aws-cdk-lib';
import { Architecture } from 'aws-cdk-lib/aws-lambda';

/** What differs between deployments; everything else is the same template. */
export type Stage = {
  readonly name: string;
  /** Origins that may send uploads; undefined means the distribution's own address. One `*` as the port is allowed by S3. */
  readonly siteOrigins?: readonly string[];
  /** Hosts beside its own that the page may talk to; undefined means the upload bucket. */
  readonly connectSources?: readonly string[];
  /** Origins whose pages the site may frame; undefined means where packages play. */
  readonly frameSources?: readonly string[];
  /** Who is told when an alarm rings; nobody when left out. ALARM_EMAIL in the environment of a deployment. */
  readonly alarmEmail?: string | undefined;
  /** Where learners find the centre, for the page that offers help. CENTRE_PHONE, CENTRE_ADDRESS at a deployment. */
  readonly contact?: { readonly phone?: string; readonly address?: string };
  /**
   * Keys (PEM) whose passes to recordings the edge takes, from PASS_PUBLIC_KEYS, which `npm run deploy` sets. Without any
   * the template has a parameter for one.
   */
  readonly passPublicKeys?: readonly string[];
  /** What becomes of data when a stack is deleted. */
  readonly removal: RemovalPolicy;
  readonly deletionProtection: boolean;
  /** Days that the event archive keeps every event for replay. */
  readonly archiveDays: number;
  /**
   * Processor of the media functions: the transcoding engine is a native package and the layer holds the one npm
   * installed on the machine that synthesizes.
   */
  readonly mediaArchitecture: Architecture;
  /** A program of this machine, FFMPEG_PATH, works in the engine's place, which need not be installed then. */
  readonly hasProgram?: boolean;
  /** Parts of recordings that are encoded at one time. ENCODERS at a deployment, which asks what the account allows. */
  readonly encoders: number;
};

/** With these an hour of film is ready in 7 to 11 minutes; more would wait for its sound, which is one part (docs/adr/0035). */
export const MOST_ENCODERS = 50;

const hostArchitecture = process.arch === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64;

const { CENTRE_PHONE: phone, CENTRE_ADDRESS: address } = process.env;
const passPublicKeys = JSON.parse(process.env.PASS_PUBLIC_KEYS ?? '[]') as readonly string[];
const encoders = Number(process.env.ENCODERS ?? MOST_ENCODERS);
// The bounds of an event source's concurrency (Lambda quotas).
if (!Number.isInteger(encoders) || encoders < 2 || encoders > 1000)
  throw new Error('ENCODERS is to be a whole number from 2 to 1000.');
const contact = { ...(phone && { phone }), ...(address && { address }) };

const stages: Readonly<Record<string, Stage>> = {
  local: {
    name: 'local',
    siteOrigins: ['http://127.0.0.1:*', 'http://localhost:*'],
    connectSources: ['http://127.0.0.1:*', 'http://localhost:*'],
    frameSources: ['http://localhost:*'],
    removal: RemovalPolicy.DESTROY,
    deletionProtection: false,
    archiveDays: 365,
    mediaArchitecture: hostArchitecture,
    hasProgram: Boolean(process.env.FFMPEG_PATH),
    // Never more than processors (local/lambda): on a large machine others want some of them.
    encoders: 4,
  },
  dev: {
    name: 'dev',
    alarmEmail: process.env.ALARM_EMAIL,
    contact,
    passPublicKeys,
    removal: RemovalPolicy.DESTROY,
    deletionProtection: false,
    archiveDays: 30,
    mediaArchitecture: hostArchitecture,
    encoders,
  },
  prod: {
    name: 'prod',
    alarmEmail: process.env.ALARM_EMAIL,
    contact,
    passPublicKeys,
    removal: RemovalPolicy.RETAIN,
    deletionProtection: true,
    archiveDays: 365,
    mediaArchitecture: hostArchitecture,
    encoders,
  },
};

/** Throws a sentence with the known names when the stage is not one of them. */
export const stageNamed = (name: string): Stage => {
  const stage = stages[name];
  if (!stage) throw new Error(`Unknown stage "${name}". Use one of: ${Object.keys(stages).join(', ')}.`);
  return stage;
};
