import type { AggregateName } from './aggregate.ts';

const FIELDS = ['avg', 'min', 'max', 'sum'] as const;

export interface Having {
  readonly aggregate: string;
  readonly field: string;
  readonly operator: string;
  readonly value: string;
}

export interface StatsParameters {
  readonly count: boolean;
  readonly aggregates: readonly {
    readonly name: Exclude<AggregateName, 'count'>;
    readonly fields: readonly string[];
  }[];
  readonly groupBy: readonly string[];
  readonly having: readonly Having[];
  /** Group column, or `count` and the like as `aggregate^field`; a leading or trailing DESC turns it round. */
  readonly orderBy: readonly { readonly by: string; readonly descending: boolean }[];
}

function names(text: string | null): string[] {
  return (text ?? '').split(',').map((name) => name.trim()).filter((name) => name !== ''); // prettier-ignore
}

function having(text: string): Having {
  const [aggregate = '', field = '', operator = '', value = ''] = text.split('^');
  return { aggregate: aggregate.toLowerCase(), field, operator, value };
}

function order(text: string): StatsParameters['orderBy'][number] {
  const descending = /(^|\^)DESC$/i.test(text) || text.startsWith('DESC');
  return { by: text.replace(/\^?DESC$/i, '').replace(/^DESC/, ''), descending };
}

/** Parameters of the Aggregate API (facts 3.2). */
export function readStatsParameters(query: URLSearchParams, groupBy: readonly string[]): StatsParameters {
  return {
    count: query.get('sysparm_count') === 'true',
    aggregates: FIELDS.flatMap((name) => {
      const fields = names(query.get(`sysparm_${name}_fields`));
      return fields.length > 0 ? [{ name, fields }] : [];
    }),
    groupBy: [...new Set([...names(query.get('sysparm_group_by')), ...groupBy])],
    having: names(query.get('sysparm_having')).map(having),
    orderBy: names(query.get('sysparm_order_by')).map(order),
  };
}
