interface Session {
  /** Undefined until someone logs in. */
  userName: string | undefined;
  readonly userToken: string;
}

/** Browser-like sessions, as now-sdk opens them to use Basic credentials or an OAuth token (facts 4.6). */
export class Sessions {
  readonly #newToken: () => string;
  readonly #bySession = new Map<string, Session>();

  constructor(newToken: () => string) {
    this.#newToken = newToken;
  }

  /** Without a user name: a guest's session, to be claimed by the first call that bears credentials. */
  open(userName?: string): string {
    const id = this.#newToken();
    this.#bySession.set(id, { userName, userToken: this.#newToken() });
    return id;
  }

  /** The session somebody is logged in to. */
  find(cookieHeader: string): { readonly userName: string; readonly userToken: string } | undefined {
    const session = this.#at(cookieHeader);
    if (session?.userName === undefined) return undefined;
    return { userName: session.userName, userToken: session.userToken };
  }

  /** Logs a user in to the guest's session of the cookie; without one, or with somebody's session, nothing happens. */
  claim(cookieHeader: string, userName: string): void {
    const session = this.#at(cookieHeader);
    if (session) session.userName ??= userName;
  }

  #at(cookieHeader: string): Session | undefined {
    const id = /(?:^|;\s*)glide_session_store=([^;]+)/.exec(cookieHeader)?.[1];
    return id === undefined ? undefined : this.#bySession.get(id);
  }
}
