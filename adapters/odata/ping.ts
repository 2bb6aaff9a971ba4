import type { Call } from '../../src/contract/index.ts';
import { isObject, notOData } from './answer/shape.ts';
import { ask } from './ask.ts';
import type { Service } from './service.ts';

/** Reads the service document, which lists the entity sets. OData has no way to ask who one is: so the answer says what was found. */
export async function ping(service: Service, call: Call): Promise<string> {
  const path = `${service.root}/?$format=json`;
  const { json, instance } = await ask(service, call, null, { method: 'GET', path });
  const sets = isObject(json) ? (service.version === 4 ? json['value'] : setsOf2(json['d'])) : undefined;
  if (!Array.isArray(sets)) throw notOData(null, 'ping: the answer is no service document');
  return `OData ${service.version} service at ${instance}${service.root}: ${sets.length} entity sets`;
}

function setsOf2(data: unknown): unknown {
  return isObject(data) ? data['EntitySets'] : undefined;
}
