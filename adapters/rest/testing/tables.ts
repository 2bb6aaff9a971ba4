import type {
  BoundTable,
  Call,
  Column,
  ColumnType,
  SendRequest,
  SendResponse,
} from '../../../src/contract/index.ts';

type Columns = Readonly<Record<string, readonly [ColumnType, string]>>;

const COLUMNS: Columns = {
  id: ['id', 'id'],
  name: ['string', 'name'],
  state: ['choice', 'state'],
  amount: ['decimal', 'amount'],
  paid: ['boolean', 'paid'],
};

/** A table of its columns, declared by the options. */
export function tableWith(
  options: Readonly<Record<string, unknown>>,
  columns: Columns = COLUMNS,
): BoundTable {
  const built = Object.entries(columns).map(([name, [type, upstream]]): Column => ({ name, type, upstream }));
  return {
    name: 'Invoice',
    connection: 'erp',
    object: 'invoices',
    key: 'id',
    columns: new Map(built.map((column) => [column.name, column])),
    joins: new Map(),
    options,
  };
}

/** A call whose upstream answers as told and whose requests are kept. */
export function callWith(
  answer: (request: SendRequest) => Partial<SendResponse>,
): Call & { requests: SendRequest[] } {
  const requests: SendRequest[] = [];
  return {
    requests,
    signal: new AbortController().signal,
    now: () => 0,
    send: async (request) => {
      requests.push(request);
      const whole = {
        status: 200,
        headers: {},
        json: undefined,
        text: '',
        instance: 'https://erp.example/api',
      };
      return { ...whole, ...answer(request) };
    },
  };
}
