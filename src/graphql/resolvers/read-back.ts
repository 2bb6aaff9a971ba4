import { getNamedType, type GraphQLResolveInfo } from 'graphql';
import type { Asks } from '../../cases/case-actions.ts';
import type { Shown } from '../../cases/look.ts';
import type { Reader } from '../../engine/engine.ts';
import type { TableDefinition } from '../../engine/definition.ts';
import type { ResultRow, Select } from '../../engine/query.ts';
import type { GraphContext } from '../context.ts';
import { selectedFields, selectRow } from '../selection.ts';

/** A record that a payload shows: its type, and where the outcome has its key. */
export interface ShownRecord {
  readonly type: string;
  readonly keyOf: (shown: Shown) => string | null;
}

/** By field of the payload. */
export type ShownRecords = Readonly<Record<string, ShownRecord>>;

/** An outcome on its way to its payload. */
export interface Answered {
  readonly readings?: Readings;
}

interface Wanted {
  readonly record: ShownRecord;
  readonly table: TableDefinition;
  readonly select: Select;
  begun: { readonly key: string; readonly row: Promise<ResultRow | null> } | null;
}

/**
 * What a client selects of the records of one payload, read as soon as the action says that it reads them back itself, so that both travel together. Selections
 * that ask for too much are refused before anything is written.
 */
export class Readings {
  readonly #wanted = new Map<string, Wanted>();
  readonly #reader: Reader;

  constructor(context: GraphContext, info: GraphQLResolveInfo, records: ShownRecords) {
    this.#reader = readerOf(context);
    const typeName = getNamedType(info.returnType).name;
    for (const [response, nodes] of selectedFields(context, info, typeName)) {
      const record = records[nodes[0]?.name.value ?? ''];
      const table = record === undefined ? undefined : context.engine.catalog.tables.get(record.type);
      if (record === undefined || table === undefined) continue;
      const select = selectRow(context, { ...info, fieldNodes: nodes }, table);
      this.#wanted.set(response, { record, table, select, begun: null });
    }
  }

  /** Begins to read. What fails is told to who asks for it. */
  begin(shown: Shown): void {
    for (const wanted of this.#wanted.values()) {
      const key = wanted.record.keyOf(shown);
      if (key === null) continue;
      const row = this.#read(wanted, key);
      row.catch(() => undefined);
      wanted.begun = { key, row };
    }
  }

  /** The record under a response key, read by now or not. */
  async row(response: string | number, outcome: Shown): Promise<ResultRow | null> {
    const wanted = this.#wanted.get(String(response));
    const key = wanted?.record.keyOf(outcome) ?? null;
    if (wanted === undefined || key === null) return null;
    return wanted.begun?.key === key ? wanted.begun.row : this.#read(wanted, key);
  }

  #read({ table, select }: Wanted, key: string): Promise<ResultRow | null> {
    return this.#reader.one(table, table.key, key, select);
  }
}

/** Carries out an action whose payload shows records. */
export async function acting<T extends object>(
  context: GraphContext,
  info: GraphQLResolveInfo,
  records: ShownRecords,
  act: (asks: Asks) => Promise<T>,
): Promise<T & Answered> {
  const { viewer, signal, requestId } = context;
  const readings = new Readings(context, info, records);
  const outcome = await act({ viewer, signal, requestId, look: (shown) => readings.begin(shown) });
  return { ...outcome, readings };
}

/** Resolvers of the records of a payload. */
export function shownBy(records: ShownRecords) {
  const resolve = (
    outcome: Shown & Answered,
    _: unknown,
    __: GraphContext,
    info: GraphQLResolveInfo,
  ): Promise<ResultRow | null> | null => outcome.readings?.row(info.path.key, outcome) ?? null;
  return Object.fromEntries(Object.keys(records).map((field) => [field, resolve]));
}

const readers = new WeakMap<GraphContext, Reader>();

/** All payloads of one operation read through one reader, so that what they read in one tick is one read. */
export function readerOf(context: GraphContext): Reader {
  const known = readers.get(context);
  if (known !== undefined) return known;
  const reader = context.engine.together(context.reader);
  readers.set(context, reader);
  return reader;
}
