/** An address that events are sent to, as set up in the dashboard under Settings > Webhooks. */
export interface WebhookEndpoint {
  readonly url: string;
  /** `whsec_` and base64, as Standard Webhooks has it. Signs what is sent. */
  readonly secret: string;
  /** After a rotation: signs as well, in a second signature. */
  readonly previousSecret?: string | undefined;
  /** Event types that are sent; default all. */
  readonly events?: readonly string[] | undefined;
}

export interface IncidentIoOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What has to stand behind `Bearer`. */
  readonly apiKey: string;
  /** Signs what goes to endpoints that are added without a secret of their own. */
  readonly webhookSecret: string;
  readonly webhooks?: readonly WebhookEndpoint[];
  /** Requests a minute; default 1,200, as documented. */
  readonly perMinute?: number;
  /** Whether the key sees private incidents (the role global_access); default true. */
  readonly globalAccess?: boolean;
  /** Milliseconds to wait before each further attempt at a delivery that failed. Default: 50 ms to 3 s, five times. */
  readonly retryAfterMs?: readonly number[];
}
