/** Who is inside: counts the requests of one generation, and tells when the last has left. */
export interface Occupancy {
  enter(): void;
  leave(): void;
  /** Resolves when nobody is inside, or after so many milliseconds. Asked once nobody new can come. */
  empty(patience: number): Promise<void>;
}

export function createOccupancy(): Occupancy {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return {
    enter: () => void (inside += 1),
    leave() {
      inside -= 1;
      if (inside === 0) for (const tell of waiting.splice(0)) tell();
    },
    async empty(patience) {
      if (inside === 0) return;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        timer = setTimeout(resolve, patience);
      });
      clearTimeout(timer);
    },
  };
}
