/** The demo data, as each system stores it. Generated from a seed; the same seed and size give the same world. */

import type { AllQuietWorld } from './allquiet-records.ts';
import type { IncidentIoWorld } from './incidentio-records.ts';

/** One ServiceNow record: internal values by column name, all strings; a column that is not there is empty. */
export type SnRecord = Record<string, string> & { sys_id: string };

/** One Salesforce record: canonical field names; `Id` has 18 characters with a right checksum. */
export type SfRecord = Record<string, string | number | boolean | null> & { Id: string };

/** One row of the ERP system's OData service, by property; decimals as text, dates as `2026-11-15`, moments in UTC. */
export type ErpRecord = Readonly<Record<string, string | number | boolean | null>>;

/** One shipment as the shipping service's JSON shows it. */
export interface ShipmentRecord {
  readonly id: string;
  /** Account number. */
  readonly customer_id: string;
  readonly tracking_number: string;
  readonly status: string;
  readonly carrier: { readonly code: string; readonly name: string; readonly service: string };
  readonly pieces: number;
  readonly weight: { readonly value: string; readonly unit: string };
  readonly cost: { readonly amount: string; readonly currency: string };
  readonly destination: Readonly<Record<'name' | 'street' | 'postal_code' | 'city' | 'country', string>>;
  readonly insured: boolean;
  readonly instructions: string | null;
  readonly created_at: string;
  readonly shipped_at: string | null;
  readonly estimated_delivery: string | null;
  readonly delivered_at: string | null;
  readonly tracking_url: string;
}

/** Who can ask for a viewer token at the identity provider. The claims are those of the token, less iss, aud, iat, exp, jti. */
export interface Persona {
  readonly name: string;
  readonly description: string;
  readonly claims: ViewerClaims;
}

export interface ViewerClaims {
  /** ServiceNow user name. */
  readonly sub: string;
  readonly name: string;
  readonly email: string;
  readonly kind: 'agent' | 'contact' | 'consumer' | 'service';
  readonly roles: readonly string[];
  /** Home domain as a path of names from the root: `TOP/ACME`. */
  readonly domain: string;
  /** Further domains granted to the user. */
  readonly domains: readonly string[];
  /** sys_id of the user (a contact is a user); absent for a consumer. */
  readonly user?: string;
  /** sys_id of a contact's account. */
  readonly account?: string;
  /** sys_id of the consumer record. */
  readonly consumer?: string;
}

/** A user of the ServiceNow sandbox who can log in; roles stand in sys_user_has_role. */
export interface SnLogin {
  readonly userName: string;
  readonly password: string;
}

export interface World {
  readonly seed: string;
  /** By table name; a table holds only records of exactly that class (`sys_class_name`). */
  readonly servicenow: ReadonlyMap<string, SnRecord[]>;
  readonly logins: readonly SnLogin[];
  /** By object name. */
  readonly salesforce: ReadonlyMap<string, SfRecord[]>;
  /** By entity set; made when first looked at, since large worlds have many. */
  readonly erp: ReadonlyMap<string, readonly ErpRecord[]>;
  /** Made when first looked at. */
  readonly shipments: readonly ShipmentRecord[];
  readonly allquiet: AllQuietWorld;
  readonly incidentio: IncidentIoWorld;
  readonly personas: readonly Persona[];
}

export interface WorldOptions {
  readonly seed?: string;
  /** How many cases; everything else scales with it. */
  readonly cases?: number;
  /** "Today" of the data, milliseconds since 1970; dates are laid out around it. Default: a fixed day. */
  readonly now?: number;
}
