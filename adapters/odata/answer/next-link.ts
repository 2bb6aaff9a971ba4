import type { Service } from '../service.ts';

const LONGEST_LINK = 16_384;
/** What would let a path climb once some proxy has decoded it. */
const CLIMBS = /%(?:2e|2f|5c)|\\|\/\//i;

/** Whether a path lies inside the service, so that the connection's credential may be sent with it. */
export function isInside(service: Service, path: string): boolean {
  const [route = ''] = path.split('?');
  return (
    path.length <= LONGEST_LINK &&
    path.startsWith(`${service.root}/`) &&
    !CLIMBS.test(route) &&
    !route.split('/').some((segment) => segment === '.' || segment === '..') &&
    /^[!-~]*$/.test(path) &&
    !path.includes('#')
  );
}

/**
 * Path below the connection's address that a link of an answer leads to; null where it leads anywhere but into the same service at the same
 * address. Links may be absolute, or relative to the service's root (OData-JSON 4.0, 4.5.5). `instance`: the address that answered.
 */
export function followed(service: Service, link: unknown, instance: string): string | null {
  if (typeof link !== 'string' || link.length > LONGEST_LINK || !URL.canParse(instance)) return null;
  const address = new URL(instance);
  const prefix = address.pathname.replace(/\/$/, '');
  const base = `${address.origin}${prefix}${service.root}/`;
  if (!URL.canParse(link, base)) return null;
  const { origin, pathname, search, username, password } = new URL(link, base);
  if (origin !== address.origin || username !== '' || password !== '') return null;
  if (!pathname.startsWith(`${prefix}/`)) return null;
  const path = `${pathname.slice(prefix.length)}${search}`;
  return isInside(service, path) ? path : null;
}
