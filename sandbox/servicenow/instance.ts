import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { World } from '../world/world.ts';
import { Acls } from './access/acl.ts';
import { Callers } from './access/callers.ts';
import { AuditTrail } from './audit/trail.ts';
import { buildDictionary } from './dictionary/dictionary.ts';
import { createPoster } from './events/post.ts';
import { EventSender } from './events/sender.ts';
import { RateLimiter } from './limits/rate-limit.ts';
import { AssertionVerifier } from './oauth/assertion.ts';
import { Tokens } from './oauth/tokens.ts';
import type { ServiceNowOptions } from './options.ts';
import { Sessions } from './session/sessions.ts';
import { ChoiceLists, missingChoices } from './store/choices.ts';
import { layoutRecords } from './store/layouts.ts';
import { metadataRecords } from './store/metadata.ts';
import { priorityRecords } from './rules/priority-records.ts';
import { Store } from './store/store.ts';
import { ResultCache } from './table/result-cache.ts';

/** One running instance: its data and everything that remembers something between requests. */
export interface Instance {
  readonly options: ServiceNowOptions;
  readonly store: Store;
  readonly choices: ChoiceLists;
  readonly acls: Acls;
  readonly callers: Callers;
  readonly tokens: Tokens;
  readonly sessions: Sessions;
  readonly assertions: AssertionVerifier;
  readonly limiter: RateLimiter;
  readonly results: ResultCache;
  readonly audit: AuditTrail;
  readonly events: EventSender;
  /** Ends what the instance does by itself. */
  readonly close: () => void;
  readonly newSysId: () => string;
  readonly passwordHolds: (userName: string, password: string) => boolean;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

function passwords(world: World): (userName: string, password: string) => boolean {
  const known = new Map(world.logins.map((login) => [login.userName, digest(login.password)]));
  return (userName, password) => {
    const expected = known.get(userName);
    return expected !== undefined && timingSafeEqual(expected, digest(password));
  };
}

/** Ids of events are their own: an event is no record. */
function outbound(options: ServiceNowOptions): Pick<Instance, 'events' | 'close'> {
  const poster = createPoster();
  const events = new EventSender(options.events ?? null, poster.post, options.now, randomUUID);
  const close = (): void => {
    events.setTarget(null);
    poster.close();
  };
  return { events, close };
}

export function createInstance(world: World, options: ServiceNowOptions): Instance {
  const dictionary = buildDictionary();
  const records = new Map([
    ...metadataRecords(dictionary),
    ...priorityRecords(),
    ...layoutRecords(),
    ...world.servicenow,
  ]);
  const choices = records.get('sys_choice') ?? [];
  records.set('sys_choice', [...choices, ...missingChoices(dictionary, choices)]);
  const store = new Store(dictionary, records);
  const newSysId = options.newSysId ?? ((): string => randomBytes(16).toString('hex'));
  const newToken = options.newToken ?? ((): string => randomBytes(48).toString('base64url'));
  return {
    options,
    store,
    choices: new ChoiceLists(store),
    acls: new Acls(store, options.acls ?? []),
    callers: new Callers(store),
    tokens: new Tokens(options.now, newToken),
    sessions: new Sessions(newToken),
    assertions: new AssertionVerifier(options.jwtPublicKeyPem, options.now),
    limiter: new RateLimiter(options.rateLimits ?? [], options.now),
    results: new ResultCache(store),
    audit: new AuditTrail(store, newSysId),
    ...outbound(options),
    newSysId,
    passwordHolds: passwords(world),
  };
}
