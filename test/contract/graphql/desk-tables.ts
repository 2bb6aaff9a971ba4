import type { BoundTable, Row } from '../../../src/contract/index.ts';
import { boundTable } from '../tables.ts';
import { incidents, people } from './desk-data.ts';
import type { Incident } from './desk-data.ts';

export const person: BoundTable = {
  ...boundTable('DeskPerson', 'Person', {
    id: ['id', 'id'],
    name: ['string', 'name'],
    city: ['string', 'city'],
  }),
  options: {
    list: {
      field: 'people',
      filter: {
        style: 'flat',
        columns: {
          id: { in: { name: 'ids', type: '[ID!]' } },
          city: { eq: { name: 'city', type: 'String' } },
          name: { startsWith: { name: 'nameStarts', type: 'String' } },
        },
      },
      page: { style: 'offset', size: 5 },
    },
  },
};

const NULLS = { null: { name: '_null', value: true }, notNull: { name: '_null', value: false } };
const EQUAL = { eq: '_eq', ne: '_neq', in: '_in', notIn: { name: '_in', not: true }, ...NULLS };

export const INCIDENT_OPTIONS = {
  list: {
    field: 'incidents',
    rows: 'edges.node',
    count: 'total',
    filter: {
      style: 'nested',
      argument: 'where',
      type: 'IncidentWhere',
      and: '_and',
      or: '_or',
      not: '_not',
      columns: {
        id: EQUAL,
        title: {
          ...EQUAL,
          lt: '_lt',
          gte: '_gte',
          contains: '_has',
          notContains: { name: '_has', not: true },
          startsWith: '_starts',
          endsWith: '_ends',
        },
        state: { field: 'state.code', operators: { eq: '_eq', in: '_in', ...NULLS } },
        cost: { ...EQUAL, lt: '_lt', lte: '_lte', gt: '_gt', gte: '_gte' },
        createdAt: { eq: '_eq', lt: '_lt', gte: '_gte', ...NULLS },
        impact: { eq: '_eq', in: '_in', gt: '_gt', ...NULLS },
        reporterId: EQUAL,
      },
    },
    order: {
      style: 'values',
      argument: 'sort',
      type: '[IncidentSort!]',
      columns: Object.fromEntries(
        Object.entries({ id: 'ID', title: 'TITLE', cost: 'COST', createdAt: 'CREATED' }).map(
          ([name, word]) => [name, { asc: `${word}_ASC`, desc: `${word}_DESC` }],
        ),
      ),
    },
    page: { style: 'relay', size: 40, types: { first: 'Int!' } },
  },
  keys: { field: 'incidentsByIds', argument: 'ids', type: '[ID!]!' },
  choices: { state: { value: 'code', label: 'name' }, severity: { labels: { HIGH: 'High' } } },
};

export const incident: BoundTable = {
  ...boundTable('DeskIncident', 'Incident', {
    id: ['id', 'id'],
    title: ['string', 'title'],
    notes: ['text', 'notes'],
    state: ['choice', 'state'],
    severity: ['choice', 'severity'],
    cost: ['decimal', 'cost'],
    impact: ['integer', 'impact'],
    open: ['boolean', 'open'],
    createdAt: ['datetime', 'createdAt'],
    due: ['date', 'due'],
    tags: ['list', 'tags'],
    extra: ['json', 'extra'],
    reporterId: ['reference', 'reporterId', () => person],
    reporterCity: ['string', 'reporter.city'],
  }),
  options: INCIDENT_OPTIONS,
};

export const personRows: Row[] = people.map((row) => ({ values: { ...row } }));

export const incidentRow = (row: Incident): Row => ({
  values: {
    ...row,
    state: row.state === null ? null : { value: row.state.code, label: row.state.name },
    severity:
      row.severity === null
        ? null
        : { value: row.severity, label: row.severity === 'HIGH' ? 'High' : row.severity },
    createdAt: row.createdAt === null ? null : new Date(row.createdAt).toISOString().replace('.000Z', 'Z'),
    reporterCity: people.find(({ id }) => id === row.reporterId)?.city ?? null,
  },
});

export const incidentRows: Row[] = incidents.map(incidentRow);
