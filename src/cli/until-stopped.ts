/** Waits for SIGINT or SIGTERM, or for the standard input of a parent to close, and then closes; a second signal does not wait. */
export async function untilStopped(close: () => Promise<void>, withParent = false): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    if (withParent) process.stdin.on('end', resolve).on('close', resolve).resume();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  await close();
  if (withParent) process.stdin.destroy();
}
