import { createServiceNowAdapter } from '../../adapters/servicenow/index.ts';
import { hostileAnswers } from './hostile-answers.ts';
import { boundTable } from './tables.ts';

const account = boundTable('Account', 'customer_account', { id: ['id', 'sys_id'], name: ['string', 'name'] });

const table = boundTable('Thing', 'x_acme_app_thing', {
  id: ['id', 'sys_id'],
  number: ['string', 'number'],
  state: ['choice', 'state'],
  price: ['decimal', 'price'],
  quantity: ['integer', 'quantity'],
  active: ['boolean', 'active'],
  dueOn: ['date', 'due_on'],
  openedAt: ['datetime', 'opened_at'],
  effort: ['duration', 'effort'],
  watchers: ['list', 'watch_list'],
  settings: ['json', 'settings'],
  accountId: ['reference', 'account', () => account],
});

const SYS_ID = 'c0ffee00c0ffee00c0ffee00c0ffee00';

hostileAnswers({
  name: 'servicenow',
  adapter: createServiceNowAdapter(),
  table,
  keys: [SYS_ID],
  row: {
    sys_id: SYS_ID,
    number: 'THG0001',
    state: { display_value: 'New', value: '1' },
    price: '12.50',
    quantity: '3',
    active: 'true',
    due_on: '2026-11-22',
    opened_at: '2026-11-22 12:00:00',
    effort: '1970-01-01 00:00:06',
    watch_list: 'a,b',
    settings: '{"a":1}',
    account: SYS_ID,
  },
  list: (result, next) => {
    if (next === undefined) return { json: { result } };
    const [host, offset] =
      next === 'same'
        ? ['http://127.0.0.1', 0]
        : 'host' in next
          ? [next.host, 1_000]
          : ['', next.page * 1_000];
    const address = `${host}/api/now/table/x_acme_app_thing?sysparm_limit=1000&sysparm_offset=${offset}`;
    return { json: { result }, headers: { link: `<${address}>;rel="next"` } };
  },
});
