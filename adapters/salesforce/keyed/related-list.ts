import { CasegraphError } from '../../../src/contract/index.ts';
import type { BoundTable } from '../../../src/contract/index.ts';
import { isApiName } from '../names.ts';

/** A list of child records as Salesforce names it: `Account.Opportunities`. */
export interface RelatedList {
  readonly parent: string;
  readonly child: string;
}

/** Throws internal: the declaration, not the client, gives the name. */
export function relatedListOf(table: BoundTable, via: string): RelatedList {
  const [parent, child, more] = via.split('.');
  if (
    parent !== undefined &&
    child !== undefined &&
    more === undefined &&
    isApiName(parent) &&
    isApiName(child)
  ) {
    return { parent, child };
  }
  throw new CasegraphError(
    'internal',
    `The list of ${table.name} is declared as via ${JSON.stringify(via)}; expected Parent.List, such as "Account.Opportunities"`,
    { connection: table.connection },
  );
}
