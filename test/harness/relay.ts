import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A port that can be closed and opened again in front of a system, so that its connections are really refused. */
export interface Relay {
  readonly url: string;
  /** Where connections lead from now on; an address. */
  leadTo(url: string): void;
  /** Closes the port and cuts what runs through it. */
  stop(): Promise<void>;
  /** Opens the same port again. */
  start(): Promise<void>;
}

export async function startRelay(): Promise<Relay> {
  const sockets = new Set<Socket>();
  let target = new URL('http://127.0.0.1:1');
  let server = serve();
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;

  function serve(): Server {
    return createServer((near) => {
      const far = connect(Number(target.port), target.hostname);
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(socket);
        socket
          .on('error', () => other.destroy())
          .on('close', () => (sockets.delete(socket), other.destroy()));
      }
      near.pipe(far);
      // A login that names its system's own address (Salesforce does) must name this one. Both ports have five digits.
      far.on('data', (chunk: Buffer) =>
        near.write(
          Buffer.from(chunk.toString('latin1').replaceAll(target.host, `127.0.0.1:${port}`), 'latin1'),
        ),
      );
      far.on('end', () => near.end());
    });
  }

  return {
    url: `http://127.0.0.1:${port}`,
    leadTo: (url) => {
      target = new URL(url);
      if (target.port.length !== String(port).length)
        throw new Error(`ports ${target.port} and ${port} differ in length`);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    start: () => {
      server = serve();
      return listen(port);
    },
  };
}
