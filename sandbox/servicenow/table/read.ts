import type { SandboxResponse } from '../../http/service.ts';
import { decided } from '../access/acl.ts';
import { notFound } from '../http/api-error.ts';
import { result } from '../http/answer.ts';
import type { Row } from '../store/row.ts';
import { rowWriter } from './cells.ts';
import type { TableContext } from './context.ts';
import { find, queryOf } from './find.ts';
import { linkHeader } from './pagination.ts';
import { readParameters } from './parameters.ts';

export function readable(context: TableContext, row: Row): boolean {
  return decided(context.instance.acls.row(context.caller, row.table, 'read'), row.values);
}

/** The record with this sys_id, or 404 when it is not there, in another domain, or not for the caller. */
export function requireRecord(context: TableContext, sysId: string): Row {
  const row = context.sight.store.get(context.table, sysId.toLowerCase());
  if (!row || !context.sight.visible(row) || !readable(context, row)) throw notFound();
  return row;
}

/**
 * GET of a list. The page is cut before ACLs are applied, so it may hold fewer rows than the limit; X-Total-Count knows
 * nothing of ACLs either, only of domains (facts 1.2, 1.4).
 */
export function list(context: TableContext): SandboxResponse {
  const parameters = readParameters(context.request.query);
  const found = find(context, queryOf(context));
  const { limit, offset } = parameters;
  const rows = found.slice(offset, offset + limit).filter((row) => readable(context, row));
  // The documentation says so of version 1; nobody confirmed it.
  if (found.length === 0 && context.base.endsWith('/v1')) throw notFound();
  const link = parameters.pagination ? linkHeader(context.request, parameters, found.length) : undefined;
  return result(200, rows.map(rowWriter(context, parameters)), {
    ...(parameters.count ? { 'X-Total-Count': String(found.length) } : {}),
    ...(link === undefined ? {} : { Link: link }),
  });
}

/** GET of one record. List parameters are tolerated. */
export function one(context: TableContext, sysId: string): SandboxResponse {
  const row = requireRecord(context, sysId);
  return result(200, rowWriter(context, readParameters(context.request.query))(row));
}
