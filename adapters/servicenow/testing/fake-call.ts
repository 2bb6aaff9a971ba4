import { readFileSync } from 'node:fs';
import type { Call, SendRequest, SendResponse } from '../../../src/contract/index.ts';

export const INSTANCE = 'https://acme.example';

/** A call whose requests are answered by `answer` and kept in `sent`. */
export function fakeCall(
  answer: (request: SendRequest, url: URL) => SendResponse | Promise<SendResponse>,
): Call & {
  readonly sent: SendRequest[];
} {
  const sent: SendRequest[] = [];
  return {
    sent,
    signal: new AbortController().signal,
    now: () => 0,
    send: async (request) => {
      sent.push(request);
      return answer(request, new URL(request.path, INSTANCE));
    },
  };
}

export function json(body: unknown, status = 200, headers: SendResponse['headers'] = {}): SendResponse {
  return { status, headers, json: body, text: '', instance: INSTANCE };
}

/** A body as the REST APIs write errors. */
export function failure(status: number, message: string, detail: string | null): SendResponse {
  return json({ error: { message, detail }, status: 'failure' }, status);
}

/** A list, in the shape that the adapter asks for. */
export function list(
  records: readonly Readonly<Record<string, string>>[],
  headers: SendResponse['headers'] = {},
): SendResponse {
  const shaped = records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => [name, { display_value: value, value }]),
    ),
  );
  return json({ result: shaped }, 200, headers);
}

export function nextLink(offset: number): Readonly<Record<string, string>> {
  const url = (to: number) => `<${INSTANCE}/api/now/table/t?sysparm_limit=1&sysparm_offset=${to}>`;
  return { link: `${url(0)};rel="first",${url(offset)};rel="next",${url(900)};rel="last"` };
}

/** Answers a batch by answering each of its items. `null`: the instance does not come to the item. */
export function batch(
  request: SendRequest,
  answer: (url: URL, index: number) => SendResponse | null,
): SendResponse {
  const { rest_requests: items } = request.json as { rest_requests: readonly { id: string; url: string }[] };
  const answers = items.map((item, index) => ({
    id: item.id,
    answer: answer(new URL(item.url, INSTANCE), index),
  }));
  return json({
    batch_request_id: '1',
    serviced_requests: answers.flatMap(({ id, answer: one }) => (one === null ? [] : [serviced(id, one)])),
    unserviced_requests: answers.filter((item) => item.answer === null).map((item) => item.id),
  });
}

function serviced(id: string, answer: SendResponse): unknown {
  const headers = Object.entries(answer.headers).map(([name, value]) => ({ name, value }));
  return {
    id,
    status_code: answer.status,
    headers,
    body: Buffer.from(JSON.stringify(answer.json)).toString('base64'),
  };
}

/** The recorded answer of a fixture. */
export function recorded(name: string): unknown {
  const file = readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8');
  return (JSON.parse(file) as { response: unknown }).response;
}
