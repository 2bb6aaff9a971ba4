/** The currencies of an org. */
export interface Currencies {
  /** ISO code of the currency of all users. */
  readonly user: string;
  /** Units of each currency that one unit of the corporate currency is worth. */
  readonly rates: Readonly<Record<string, number>>;
}

/** How the Salesforce org of the sandbox is set up. */
export interface SalesforceOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Random bytes for access tokens and cursors. Default: the system's. */
  readonly random?: (bytes: number) => Uint8Array;
  /** The connected app's certificate or public key (PEM): what JWT bearer assertions are verified with. */
  readonly publicKeyPem: string;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  /** The integration user: run-as user of the client credentials grant, and always pre-authorised. */
  readonly username: string;
  /** Users the app is pre-authorised for. Default: every active user of the world. */
  readonly approvedUsers?: readonly string[];
  /** Objects whose organisation-wide default is Private: users see their own records. Default: none. */
  readonly privateObjects?: readonly string[];
  /** True: an assertion's exp must be whole seconds at most five minutes ahead. The real service is lenient. */
  readonly strict?: boolean;
  /** Milliseconds an unused session lives; each call starts it anew. Default: two hours. */
  readonly sessionTimeout?: number;
  /** Logins per user and hour. Default 3,600. */
  readonly loginsPerHour?: number;
  /** Makes it an org with several currencies: records that hold amounts name theirs in CurrencyIsoCode. */
  readonly currencies?: Currencies;
  /** API calls in 24 hours. Default 5,000,000. */
  readonly dailyLimit?: number;
}
