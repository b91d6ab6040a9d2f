import {
  GetObjectCommand,
  type GetObjectCommandInput,
  HeadObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { inTurns } from '#shared/store/in-turns.ts';
import { MAX_ITEM_FILE } from './contract.ts';
import type { EmbeddedFile } from './domain/formats/embedded-file.ts';
import type { WrittenFile } from './domain/formats/written-file.ts';
import type { Media, Question } from './domain/question.ts';

type AnswerFile = { readonly attemptId: string; readonly itemId: string; readonly fileId: string };

const CHECKSUM = 'x-amz-checksum-sha256';
/** Of files that people hand in: saved to the device and never opened by a page, whatever is in them. */
const SAVED_ONLY = 'application/octet-stream';

/** Seconds that a file may be sent to its address. */
const SENDABLE_FOR = 15 * 60;
/** Seconds that a file may be fetched from its address: a page asks again when it is opened again. */
export const READABLE_FOR = 5 * 60;

/** Without asking, the SDK would sign the checksum of an empty body into an address. */
const connect = () => new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });

const uploadKey = (courseId: string, fileId: string) => `uploads/${courseId}/${fileId}`;
/** Named by what is in it, so written once and never changed. */
const mediaKey = (fileId: string) => `files/${fileId}`;
const exportKey = (courseId: string, exportId: string) => `exports/${courseId}/${exportId}`;
/** What was sent for an answer and not looked at yet, and what was taken. */
const sentKey = ({ attemptId, itemId, fileId }: AnswerFile) => `incoming/${attemptId}/${itemId}/${fileId}`;
const answerKey = ({ attemptId, itemId, fileId }: AnswerFile) => `answers/${attemptId}/${itemId}/${fileId}`;
const planKey = (importId: string) => `plans/${importId}`;

/** Files asked for together. */
const AT_ONCE = 10;
const MISSING: ReadonlySet<number> = new Set([403, 404]);

const distinct = (named: readonly Media[]): readonly Media[] => [
  ...new Map(named.map((media) => [media.fileId, media])).values(),
];

/** Nobody may list the bucket, and then S3 calls what is missing denied. */
const isMissing = (error: unknown): boolean =>
  error instanceof NoSuchKey || (error instanceof Error && error.name === 'AccessDenied');

/** The bucket of item banks: files sent to be imported, what imports have decided to write, and what questions show. */
export class ItemFiles {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client = connect(), bucket = process.env.ITEM_BUCKET ?? '') {
    this.#client = client;
    this.#bucket = bucket;
  }

  /** An address that takes one file of this length. A file belongs to the bank it is sent for. */
  async signUpload(courseId: string, fileId: string, bytes: number): Promise<string> {
    const command = new PutObjectCommand({
      Bucket: this.#bucket,
      Key: uploadKey(courseId, fileId),
      ContentLength: bytes,
    });
    return getSignedUrl(this.#client, command, {
      expiresIn: SENDABLE_FOR,
      signableHeaders: new Set(['content-length']),
    });
  }

  /** A file that was sent for a bank. */
  async findUpload(
    courseId: string,
    fileId: string,
  ): Promise<Uint8Array | 'file-not-found' | 'file-too-large'> {
    const found = await this.#get(uploadKey(courseId, fileId));
    if (!found) return 'file-not-found';
    return (found.ContentLength ?? 0) > MAX_ITEM_FILE ? 'file-too-large' : found.bytes();
  }

  async savePlan(importId: string, questions: readonly Question[]): Promise<void> {
    await this.#client.send(
      new PutObjectCommand({ Bucket: this.#bucket, Key: planKey(importId), Body: JSON.stringify(questions) }),
    );
  }

  /** The questions that an import has decided to write. */
  async findPlan(importId: string): Promise<readonly Question[]> {
    const found = await this.#get(planKey(importId));
    if (!found) throw new Error(`import ${importId} was begun without a plan`);
    return JSON.parse(new TextDecoder().decode(await found.bytes())) as Question[];
  }

  async saveMedia({ fileId, mediaType, bytes }: EmbeddedFile): Promise<void> {
    await this.#put(mediaKey(fileId), bytes, mediaType);
  }

  /** The files that are there, by their ids. */
  async findMedia(named: readonly Media[]): Promise<ReadonlyMap<string, EmbeddedFile>> {
    const files = await inTurns(distinct(named), AT_ONCE, async ({ fileId, mediaType }) => {
      const found = await this.#get(mediaKey(fileId));
      return found ? [{ fileId, mediaType, bytes: await found.bytes() }] : [];
    });
    return new Map(files.flat().map((file) => [file.fileId, file]));
  }

  /** How long each of the files is that are there; one that is named twice counts once. Bytes. */
  async lengthsOf(named: readonly Media[]): Promise<readonly number[]> {
    const lengths = await inTurns(distinct(named), AT_ONCE, ({ fileId }) => this.#lengthOf(mediaKey(fileId)));
    return lengths.flat();
  }

  /** An address of a picture, sound or film. The type is the question's word: a browser is told no other. */
  signMedia({ fileId, mediaType }: Pick<Media, 'fileId' | 'mediaType'>): Promise<string> {
    return this.#signGet(mediaKey(fileId), { ResponseContentType: mediaType });
  }

  /**
   * An address that takes the one file of this length and content. The checksum stands in a header that is signed: the
   * store compares it, so that nothing else ever lies under the file's name.
   */
  async signAnswer(file: AnswerFile & { readonly bytes: number }) {
    const ChecksumSHA256 = Buffer.from(file.fileId, 'hex').toString('base64');
    const command = new PutObjectCommand({
      Bucket: this.#bucket,
      Key: sentKey(file),
      ContentLength: file.bytes,
      ChecksumSHA256,
    });
    const url = await getSignedUrl(this.#client, command, {
      expiresIn: SENDABLE_FOR,
      signableHeaders: new Set(['content-length', CHECKSUM]),
      unhoistableHeaders: new Set([CHECKSUM]),
    });
    return { url, headers: { [CHECKSUM]: ChecksumSHA256 } };
  }

  /** The bytes that were sent for an answer; undefined while they have not arrived. */
  async findSentAnswer(file: AnswerFile): Promise<Uint8Array | undefined> {
    return (await this.#get(sentKey(file)))?.bytes();
  }

  /** Keeps a file of an answer for as long as the mark. */
  async keepAnswer(file: AnswerFile, bytes: Uint8Array): Promise<void> {
    await this.#put(answerKey(file), bytes, SAVED_ONLY);
  }

  /** An address that saves a file of an answer, by the first letters of its content and not by the name somebody gave it. */
  lendAnswer(file: AnswerFile): Promise<string> {
    return this.#signGet(answerKey(file), {
      ResponseContentType: SAVED_ONLY,
      ResponseContentDisposition: `attachment; filename="bai-lam-${file.fileId.slice(0, 8)}"`,
    });
  }

  /** Keeps a written file for a while and gives an address that saves it under a name. */
  async saveExport(
    courseId: string,
    exportId: string,
    { bytes, mediaType, ending }: Pick<WrittenFile, 'bytes' | 'mediaType' | 'ending'>,
    name = 'cau-hoi',
  ): Promise<string> {
    const key = exportKey(courseId, exportId);
    await this.#put(key, bytes, mediaType);
    return this.#signGet(key, { ResponseContentDisposition: `attachment; filename="${name}.${ending}"` });
  }

  #signGet(
    Key: string,
    more: Pick<GetObjectCommandInput, 'ResponseContentType' | 'ResponseContentDisposition'>,
  ) {
    const command = new GetObjectCommand({ Bucket: this.#bucket, Key, ...more });
    return getSignedUrl(this.#client, command, { expiresIn: READABLE_FOR });
  }

  async #put(Key: string, Body: Uint8Array, ContentType: string): Promise<void> {
    await this.#client.send(new PutObjectCommand({ Bucket: this.#bucket, Key, Body, ContentType }));
  }

  /** Nothing for a file that is not there: an answer without a body has no code, only its status. */
  async #lengthOf(Key: string): Promise<readonly number[]> {
    try {
      const { ContentLength = 0 } = await this.#client.send(
        new HeadObjectCommand({ Bucket: this.#bucket, Key }),
      );
      return [ContentLength];
    } catch (error) {
      if (error instanceof S3ServiceException && MISSING.has(error.$metadata.httpStatusCode ?? 0)) return [];
      throw error;
    }
  }

  async #get(Key: string) {
    try {
      const { Body, ContentLength } = await this.#client.send(
        new GetObjectCommand({ Bucket: this.#bucket, Key }),
      );
      return { ContentLength, bytes: async () => (await Body?.transformToByteArray()) ?? new Uint8Array() };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }
}
