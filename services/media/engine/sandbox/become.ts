import { leaveSignals } from './libc.ts';

/** This process becomes a program: same number, same limits, same output, and signals as any other is started with. */
export function become(path: string, args: readonly string[], environment: NodeJS.ProcessEnv): never {
  leaveSignals();
  if (!process.execve) throw new Error(`Node ${process.version} cannot become a program`);
  return process.execve(path, args, environment);
}
