import type { SandboxRequest } from '../../http/service.ts';
import { ODataError } from './odata-error.ts';

export interface Negotiated {
  /** `OData-Version` of the answer. */
  readonly version: '4.0' | '4.01';
  readonly metadata: 'minimal' | 'none';
  /** Decimals as text. */
  readonly exact: boolean;
  /** `Prefer: odata.maxpagesize`; null: none was asked for. */
  readonly maxPageSize: number | null;
}

/** What the headers (and `$format`, which goes before them) ask for. Throws 400 for versions that are not spoken, 406 for other formats. */
export function negotiate(headers: SandboxRequest['headers'], format: string | undefined): Negotiated {
  const spoken = headers['odata-version'];
  if (spoken !== undefined && spoken !== '4.0' && spoken !== '4.01')
    throw new ODataError(400, 'UnsupportedVersion', `OData version ${spoken} is not supported.`);
  const most = headers['odata-maxversion'];
  if (most !== undefined && !(Number(most) >= 4))
    throw new ODataError(400, 'UnsupportedVersion', `OData 4.0 is the lowest version here, not ${most}.`);
  const type = jsonType(format === undefined ? headers['accept'] : formatType(format));
  const pageSize = /(?:^|[,;\s])(?:odata\.)?maxpagesize\s*=\s*(\d{1,9})/i.exec(headers['prefer'] ?? '')?.[1];
  return {
    version: most === '4.0' ? '4.0' : '4.01',
    metadata: /metadata=none/i.test(type) ? 'none' : 'minimal',
    exact: /IEEE754Compatible=true/i.test(type),
    maxPageSize: pageSize === undefined || Number(pageSize) === 0 ? null : Number(pageSize),
  };
}

function formatType(format: string): string {
  return format === 'json' ? 'application/json' : format;
}

/** The first media type of an Accept header that JSON satisfies. */
function jsonType(accept: string | undefined): string {
  const types = (accept ?? '*/*').split(',').map((type) => type.trim());
  const found = types.find((type) => /^(\*\/\*|application\/(\*|json))\s*(;|$)/i.test(type));
  if (found === undefined)
    throw new ODataError(406, 'NotAcceptable', 'Only application/json is served here.');
  return found;
}

/** Whether $metadata is wanted as JSON: only where XML is not taken as well. */
export function wantsJsonMetadata(accept: string | undefined, format: string | undefined): boolean {
  if (format !== undefined) return /json/i.test(format);
  const types = accept ?? '*/*';
  return /application\/json/i.test(types) && !/xml/i.test(types);
}
