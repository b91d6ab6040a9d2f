import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive, and what the archive says of it where that is not the truth. */
export interface ZipFile {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  readonly isStored?: boolean;
  /** In the directory. */
  readonly says?: Partial<Record<Field, number>>;
  /** In the header in front of the content. */
  readonly headerName?: string;
}
type Field = 'flags' | 'method' | 'crc' | 'packedBytes' | 'bytes' | 'attributes' | 'at';

const bytesOf = (text: string | Uint8Array) => Buffer.from(text as Uint8Array);

/** Fields that the header and the directory have in common. */
function fieldsOf(of: Record<Field, number>, nameBytes: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(of.flags, 2);
  fields.writeUInt16LE(of.method, 4);
  fields.writeUInt32LE(of.crc, 10);
  fields.writeUInt32LE(of.packedBytes, 14);
  fields.writeUInt32LE(of.bytes, 18);
  fields.writeUInt16LE(nameBytes, 22);
  return fields;
}

function written(file: ZipFile, at: number): { readonly local: Buffer; readonly entry: Buffer } {
  const name = bytesOf(file.name);
  const content = bytesOf(file.content ?? file.name);
  const packed = file.isStored ? content : deflateRawSync(content);
  const truth = {
    ...{ flags: 0x800, method: file.isStored ? 0 : 8, crc: crc32(content), attributes: 0, at },
    ...{ packedBytes: packed.length, bytes: content.length },
  };
  const said = { ...truth, ...file.says };
  const place = Buffer.alloc(14);
  place.writeUInt32LE(said.attributes, 6);
  place.writeUInt32LE(said.at, 10);
  const front = bytesOf(file.headerName ?? file.name);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04'), fieldsOf(truth, front.length), front, packed]),
    entry: Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), fieldsOf(said, name.length), place, name]),
  };
}

/** An archive of these files, telling of each what it is asked to tell. */
export function zipWith(files: readonly ZipFile[], comment = ''): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const made = written(file, at);
    local.push(made.local);
    directory.push(made.entry);
    at += made.local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...local, entries, end, Buffer.from(comment)]);
}

/** An archive of files that hold their own name, stored as they are. */
export const zipOf = (names: readonly string[], comment = ''): Buffer =>
  zipWith(
    names.map((name) => ({ name, isStored: true })),
    comment,
  );
