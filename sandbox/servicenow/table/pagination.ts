import type { SandboxRequest } from '../../http/service.ts';
import type { Parameters } from './parameters.ts';

function pageUrl(request: SandboxRequest, offset: number): string {
  const [path = '', query = ''] = request.target.split('?');
  const kept = query.split('&').filter((part) => part !== '' && !part.startsWith('sysparm_offset='));
  return `${request.origin}${path}?${[...kept, `sysparm_offset=${offset}`].join('&')}`;
}

/** The Link header (facts 1.4): first, prev, next, last; no next on the last page. Undefined when there is nothing to page. */
export function linkHeader(
  request: SandboxRequest,
  parameters: Parameters,
  total: number,
): string | undefined {
  const { limit, offset } = parameters;
  if (limit === 0 || total === 0) return undefined;
  const pages: (readonly [string, number])[] = [['first', 0]];
  if (offset > 0) pages.push(['prev', Math.max(0, offset - limit)]);
  if (offset + limit < total) pages.push(['next', offset + limit]);
  pages.push(['last', Math.floor((total - 1) / limit) * limit]);
  return pages.map(([relation, at]) => `<${pageUrl(request, at)}>;rel="${relation}"`).join(',');
}
