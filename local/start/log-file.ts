import fs from 'node:fs';

const LARGEST_BYTES = 10 * 2 ** 20;

type Open = { readonly stream: fs.WriteStream; bytes: number };

function open(file: string): Open {
  const fd = fs.openSync(file, 'a');
  const stream = fs.createWriteStream('', { fd });
  // A full disk must not end the process for the sake of its log.
  stream.on('error', () => {});
  return { stream, bytes: fs.fstatSync(fd).size };
}

/**
 * Appends lines with their time to a file. One that has grown over `largestBytes` becomes `<file>.old`, also in the
 * middle of a run of months, so that the two never take more than about twice that.
 */
export function openLog(file: string, largestBytes = LARGEST_BYTES): (line: string) => void {
  let current = open(file);
  const setAside = () => {
    const { stream } = current;
    try {
      fs.renameSync(file, `${file}.old`);
      current = open(file);
      stream.end();
    } catch {
      current.bytes = 0; // The file was deleted, or the disk is full: tried again after as many bytes.
    }
  };
  return (line) => {
    if (current.bytes > largestBytes) setAside();
    const text = `${new Date().toISOString()} ${line}\n`;
    current.bytes += Buffer.byteLength(text);
    current.stream.write(text);
  };
}
