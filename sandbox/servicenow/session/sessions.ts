/** Browser-like sessions, as now-sdk opens them to use Basic credentials (facts 4.6). */
export class Sessions {
  readonly #newToken: () => string;
  readonly #bySession = new Map<string, { readonly userName: string; readonly userToken: string }>();

  constructor(newToken: () => string) {
    this.#newToken = newToken;
  }

  open(userName: string): string {
    const id = this.#newToken();
    this.#bySession.set(id, { userName, userToken: this.#newToken() });
    return id;
  }

  find(cookieHeader: string): { readonly userName: string; readonly userToken: string } | undefined {
    const id = /(?:^|;\s*)glide_session_store=([^;]+)/.exec(cookieHeader)?.[1];
    return id === undefined ? undefined : this.#bySession.get(id);
  }
}
