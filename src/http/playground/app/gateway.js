/** Sends one operation. Answers the GraphQL result, whatever the status; throws nothing. */
export async function send(parameters, token, headers = {}) {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: JSON.stringify(parameters),
    });
    return { status: response.status, result: await response.json() };
  } catch {
    return failure(0, 'The gateway did not answer. Is it still running?');
  }
}

/** The personas of dev mode; `null` where there are none to be had. */
export async function fetchPersonas() {
  try {
    const response = await fetch('/playground/personas');
    return response.ok ? (await response.json()).personas : null;
  } catch {
    return null;
  }
}

/** Which generation of configuration and declarations the gateway runs; `null` where it does not say. */
export async function fetchGeneration() {
  try {
    return (await (await fetch('/health/ready')).json()).generation?.number ?? null;
  } catch {
    return null;
  }
}

export function failure(status, message) {
  return { status, result: { errors: [{ message }] } };
}
