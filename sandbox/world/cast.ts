import type { DomainName } from './domains.ts';
import { ADMIN_USER, LIMITED_USER, SERVICE_USER } from './credentials.ts';
import { ITSM_ROLES } from './roles.ts';

/** A user of the ServiceNow sandbox that stands in the same place in every world. */
export interface Player {
  readonly userName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly domain: DomainName;
  readonly roles: readonly string[];
  /** The persona at the identity provider, if it is one. */
  readonly persona?: { readonly name: string; readonly description: string };
  /** Signs in for programs only. */
  readonly machine?: boolean;
}

const AGENT = 'sn_customerservice_agent';

export const CAST: readonly Player[] = [
  {
    userName: ADMIN_USER,
    firstName: 'System',
    lastName: 'Administrator',
    domain: 'TOP',
    roles: ['admin', AGENT],
    persona: { name: 'admin', description: 'Administrator of the provider: sees every domain' },
  },
  {
    userName: SERVICE_USER,
    firstName: 'Casegraph',
    lastName: 'Service',
    domain: 'TOP',
    roles: ['snc_basic_auth_api_access', 'sn_customerservice_manager', AGENT, 'itil', ...ITSM_ROLES],
    machine: true,
  },
  {
    userName: LIMITED_USER,
    firstName: 'Limited',
    lastName: 'Service',
    domain: 'TOP/GLOBEX',
    roles: [AGENT],
    machine: true,
  },
  {
    userName: 'nora.lindqvist',
    firstName: 'Nora',
    lastName: 'Lindqvist',
    domain: 'TOP/ACME',
    roles: [AGENT],
    persona: { name: 'agent', description: 'Customer service agent of ACME without any ITSM role' },
  },
  {
    userName: 'tomas.brandt',
    firstName: 'Tomás',
    lastName: 'Brandt',
    domain: 'TOP/ACME',
    roles: [AGENT, ...ITSM_ROLES],
    persona: { name: 'agent-itsm', description: 'Customer service agent of ACME with all CSM-ITSM roles' },
  },
  {
    userName: 'ines.carvalho',
    firstName: 'Inês',
    lastName: 'Carvalho',
    domain: 'TOP/ACME',
    roles: [
      'sn_majorissue_mgt.major_issue_manager',
      'sn_customerservice_manager',
      AGENT,
      'itil',
      ...ITSM_ROLES,
    ],
    persona: {
      name: 'major-issue-manager',
      description: 'Major issue manager of ACME with all CSM-ITSM roles',
    },
  },
  {
    userName: 'priya.raman',
    firstName: 'Priya',
    lastName: 'Raman',
    domain: 'TOP/GLOBEX',
    roles: [AGENT, ...ITSM_ROLES],
    persona: {
      name: 'other-domain-agent',
      description: 'Agent of Globex with all CSM-ITSM roles: sees nothing of ACME',
    },
  },
];

/** Roles of the two kinds of external persona. */
export const CONTACT_ROLES: readonly string[] = ['sn_customerservice.customer', 'snc_external'];
export const CONSUMER_ROLES: readonly string[] = ['sn_customerservice.consumer', 'snc_external'];
