import type { Finding } from './problem.ts';
import type { ParsedConfig } from './schema/index.ts';

interface Shape {
  readonly fits: RegExp;
  readonly hint: string;
}

const SHAPES: Readonly<Record<string, Shape>> = {
  incidentio: {
    fits: /^whsec_(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
    hint: 'It is "whsec_" and base64, as incident.io shows it under Settings > Webhooks.',
  },
  allquiet: { fits: /^[!-~]{1,512}$/, hint: 'It is sent in a header: printable ASCII without spaces.' },
};

/** Secrets that no delivery could be proved with. Says nothing of the secret itself. */
export function checkEventSecrets({ events, connections }: ParsedConfig): Finding[] {
  return Object.entries(events).flatMap(([name, { kind = connections[name]?.adapter, secrets }]) => {
    const shape = SHAPES[kind ?? ''];
    if (shape === undefined) return [];
    return secrets.flatMap((secret, index) => {
      if (shape.fits.test(secret.reveal())) return [];
      const path = ['events', name, 'secrets', index];
      return [{ path, message: 'cannot be a secret of this kind', hint: shape.hint }];
    });
  });
}
