import { closeSync, openSync } from 'node:fs';

/**
 * SIGHUP asks a server to read its files anew. It is also what a process hears when its terminal is closed: then it ends, as if nobody listened.
 */
export function onHangup(reload: () => void): void {
  process.on('SIGHUP', () => {
    if (process.stdin.isTTY && isTerminalGone()) process.kill(process.pid, 'SIGTERM');
    else reload();
  });
}

function isTerminalGone(): boolean {
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return false;
  } catch {
    return true;
  }
}
