/** Resolves after so many milliseconds, or as soon as the signal is aborted; it does not keep the process running. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, Math.max(0, milliseconds)).unref();
    signal.addEventListener('abort', over, { once: true });
  });
}
