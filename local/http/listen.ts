import fs from 'node:fs';
import type http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { StartRefused } from '../template/start-refused.ts';

const LISTENING = '0A';

/** The inode of the socket that listens on a port, from /proc/net/tcp; undefined when /proc does not tell. */
function listeningInode(port: number): string | undefined {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    if (!fs.existsSync(table)) continue;
    const rows = fs
      .readFileSync(table, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/));
    const row = rows.find(([, local, , state]) => local?.endsWith(`:${hex}`) && state === LISTENING);
    if (row) return row[9];
  }
  return undefined;
}

function holds(pid: string, inode: string): boolean {
  try {
    return fs
      .readdirSync(`/proc/${pid}/fd`)
      .some((fd) => fs.readlinkSync(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`);
  } catch {
    return false; // Another user's process, or one that has just ended.
  }
}

/** Which program listens on a port, for example `node (process 4711)`; undefined when it cannot be told. */
function portHolder(port: number): string | undefined {
  const inode = listeningInode(port);
  if (!inode) return undefined;
  const pid = fs.readdirSync('/proc').find((name) => /^\d+$/.test(name) && holds(name, inode));
  if (!pid) return undefined;
  const [program = ''] = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  return `${path.basename(program)} (process ${pid})`;
}

function refusal(port: number, code: string | undefined): StartRefused {
  if (code === 'EACCES')
    return new StartRefused(
      `Port ${port} needs rights that you do not have: choose one above 1023 with --port.`,
    );
  const holder = portHolder(port);
  const by = holder ? ` by ${holder}` : '';
  return new StartRefused(
    `Port ${port} is already taken${by}: stop that program, or choose another port, for example --port ${port + 10}.`,
  );
}

/** Listens on loopback only and returns the port. Throws `StartRefused` when the port is taken. */
export function listen(server: http.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const known = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(known ? refusal(port, error.code) : error);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
