import { ApiError } from '../http/api-error.ts';
import type { Caller } from '../access/caller.ts';

const HOUR = 3_600_000;

/** A sys_rate_limit_rules record (facts 1.7). */
export interface RateLimitRule {
  readonly sysId: string;
  /** `GET /now/v2/table/incident`, as the platform writes it; without version it stands for every version. */
  readonly resource: string;
  /** How the error text calls the API: `Table API`. */
  readonly api: string;
  /** Requests in one clock hour and per user. */
  readonly limit: number;
  /** User name; a rule with a user goes before one with a role, that before one for all. */
  readonly user?: string;
  readonly role?: string;
}

const UNVERSIONED = /^\/now\/v\d+\//;

function concerns(rule: RateLimitRule, method: string, path: string): boolean {
  const [ruleMethod, rulePath = ''] = rule.resource.split(' ');
  if (ruleMethod !== method) return false;
  const asked = path.replace(/^\/api/, '');
  return rulePath === asked || rulePath === asked.replace(UNVERSIONED, '/now/');
}

function ruleFor(rules: readonly RateLimitRule[], caller: Caller): RateLimitRule | undefined {
  const lowest = (list: readonly RateLimitRule[]): RateLimitRule | undefined =>
    [...list].sort((a, b) => a.limit - b.limit)[0];
  return (
    rules.find(({ user }) => user === caller.userName) ??
    lowest(
      rules.filter(({ role, user }) => user === undefined && role !== undefined && caller.roles.has(role)),
    ) ??
    rules.find(({ user, role }) => user === undefined && role === undefined)
  );
}

/** Counts requests per rule and user in clock hours. The platform may act up to 30 s late; this one acts at once. */
export class RateLimiter {
  readonly #rules: readonly RateLimitRule[];
  readonly #now: () => number;
  readonly #counts = new Map<string, number>();
  #window = 0;

  constructor(rules: readonly RateLimitRule[], now: () => number) {
    this.#rules = rules;
    this.#now = now;
  }

  /** Headers for the answer; none when no rule applies. Throws 429 beyond the limit. */
  take(method: string, path: string, caller: Caller): Readonly<Record<string, string>> {
    const rule = ruleFor(this.#rules.filter((candidate) => concerns(candidate, method, path)), caller); // prettier-ignore
    if (!rule) return {};
    const now = this.#now();
    const window = Math.floor(now / HOUR);
    if (window !== this.#window) this.#counts.clear();
    this.#window = window;
    const reset = (window + 1) * HOUR;
    const headers = {
      'X-RateLimit-Limit': String(rule.limit),
      'X-RateLimit-Reset': String(reset / 1000),
      'X-RateLimit-Rule': rule.sysId,
    };
    const key = `${rule.sysId} ${caller.userId}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    if (count > rule.limit) {
      const detail = `Rate limit of ${rule.limit} requests per hour for ${rule.api} exceeded`;
      const retry = String(Math.ceil((reset - now) / 1000));
      throw new ApiError(429, 'Rate limit exceeded', detail, { ...headers, 'Retry-After': retry });
    }
    this.#counts.set(key, count);
    return headers;
  }
}
