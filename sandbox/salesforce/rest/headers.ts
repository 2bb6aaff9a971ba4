type Headers = Record<string, string>;

/** Headers every answer of the real service was recorded with. */
export function standardHeaders(): Headers {
  return {
    'Content-Type': 'application/json;charset=UTF-8',
    'Cache-Control': 'no-cache,must-revalidate,max-age=0,no-store,private',
    Expires: 'Thu, 01 Jan 1970 00:00:00 GMT',
    'X-Robots-Tag': 'none',
    'X-Content-Type-Options': 'nosniff',
    'X-ReadOnlyMode': 'false',
    Vary: 'Accept-Encoding',
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    Server: 'sfdcedge',
  };
}
