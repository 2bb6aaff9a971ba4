import type { SandboxRequest, SandboxResponse } from '../../http/service.ts';
import { isObject } from '../http/json-body.ts';
import type { EventSender, EventTarget } from './sender.ts';

const RESEND = /^POST \/__sandbox\/events\/deliveries\/(\d+)\/resend$/;

/** An address to send to, or what is wrong with the body. */
function readTarget(body: Buffer): EventTarget | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    return { problem: 'The body is not JSON; send {"url": "...", "secret": "..."}.' };
  }
  if (!isObject(value) || typeof value.url !== 'string' || typeof value.secret !== 'string')
    return { problem: 'Send {"url": "...", "secret": "..."}.' };
  const { url, secret } = value;
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    return { problem: 'url must be an http or https address.' };
  return secret === '' ? { problem: 'secret must not be empty.' } : { url, secret };
}

function setTarget(sender: EventSender, body: Buffer): SandboxResponse {
  const target = readTarget(body);
  if ('problem' in target) return { status: 400, body: { error: target.problem } };
  sender.setTarget(target);
  return { status: 204 };
}

function resend(sender: EventSender, seq: number): SandboxResponse {
  const delivery = sender.resend(seq);
  if (delivery) return { status: 202, body: { delivery } };
  return { status: 404, body: { error: `There is no delivery ${seq}, or events are switched off.` } };
}

/**
 * Routes below `/__sandbox/events`: PUT `{ url, secret }` switches events on, DELETE off; GET tells where they go and what was
 * sent; DELETE …/deliveries forgets it; POST …/deliveries/{seq}/resend sends one again, byte for byte. Undefined for others.
 */
export function eventControl(sender: EventSender, request: SandboxRequest): SandboxResponse | undefined {
  const route = `${request.method} ${request.path}`;
  switch (route) {
    case 'GET /__sandbox/events':
      return {
        status: 200,
        body: { url: sender.target?.url ?? null, ...sender.load, deliveries: sender.deliveries() },
      };
    case 'PUT /__sandbox/events':
      return setTarget(sender, request.body);
    case 'DELETE /__sandbox/events':
      sender.setTarget(null);
      return { status: 204 };
    case 'DELETE /__sandbox/events/deliveries':
      sender.forget();
      return { status: 204 };
    default: {
      const seq = RESEND.exec(route)?.[1];
      return seq === undefined ? undefined : resend(sender, Number(seq));
    }
  }
}
