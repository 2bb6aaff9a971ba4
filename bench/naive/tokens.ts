import type { NaiveSettings } from './settings.ts';

/** Gives the current access token; fetched once and kept until shortly before it runs out. */
export type TokenSource = () => Promise<string>;

export function serviceNowTokens({ servicenow }: NaiveSettings): TokenSource {
  return cached(`${servicenow.url}/oauth_token.do`, {
    grant_type: 'password',
    client_id: servicenow.clientId,
    client_secret: servicenow.clientSecret,
    username: servicenow.username,
    password: servicenow.password,
  });
}

export function salesforceTokens({ salesforce }: NaiveSettings): TokenSource {
  return cached(`${salesforce.url}/services/oauth2/token`, {
    grant_type: 'client_credentials',
    client_id: salesforce.clientId,
    client_secret: salesforce.clientSecret,
  });
}

const EARLY_MS = 60_000;
/** Salesforce does not say how long a token lives. */
const UNSAID_SECONDS = 900;

function cached(url: string, form: Readonly<Record<string, string>>): TokenSource {
  let current: { readonly token: Promise<string>; until: number } | undefined;
  return () => {
    if (current !== undefined && Date.now() < current.until) return current.token;
    const fetched = fetchToken(url, form);
    const entry = { token: fetched.then(({ token }) => token), until: Number.POSITIVE_INFINITY };
    fetched.then(
      ({ seconds }) => (entry.until = Date.now() + seconds * 1000 - EARLY_MS),
      () => (entry.until = 0),
    );
    current = entry;
    return entry.token;
  };
}

async function fetchToken(
  url: string,
  form: Readonly<Record<string, string>>,
): Promise<{ token: string; seconds: number }> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
  if (!response.ok) throw new Error(`no token: ${response.status} ${await response.text()}`);
  const { access_token, expires_in } = (await response.json()) as {
    access_token: string;
    expires_in?: number;
  };
  return { token: access_token, seconds: expires_in ?? UNSAID_SECONDS };
}
