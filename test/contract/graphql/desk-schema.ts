/** A service that is none of ours: Relay paging by edges, its own filter and sort conventions, lookups by id. */
export const DESK = `
  scalar Decimal
  scalar DateTime
  scalar Date
  scalar JSON
  enum Severity { LOW HIGH }
  enum IncidentSort { ID_ASC ID_DESC TITLE_ASC TITLE_DESC COST_ASC COST_DESC CREATED_ASC CREATED_DESC }
  type State { code: String! name: String! }
  type Person { id: ID! name: String! city: String }
  type Incident {
    id: ID! title: String notes: String state: State severity: Severity cost: Decimal impact: Int open: Boolean createdAt: DateTime
    due: Date tags: [String!]! extra: JSON reporterId: ID reporter: Person
  }
  type IncidentEdge { cursor: String! node: Incident! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type IncidentConnection { edges: [IncidentEdge!]! pageInfo: PageInfo! total: Int! }
  input IdTests { _eq: ID _neq: ID _in: [ID!] _null: Boolean }
  input TextTests { _eq: String _neq: String _in: [String!] _lt: String _gte: String _has: String _starts: String _ends: String _null: Boolean }
  input DecimalTests { _eq: Decimal _neq: Decimal _in: [Decimal!] _lt: Decimal _lte: Decimal _gt: Decimal _gte: Decimal _null: Boolean }
  input DateTimeTests { _eq: DateTime _lt: DateTime _gte: DateTime _null: Boolean }
  input IntTests { _eq: Int _in: [Int!] _gt: Int _null: Boolean }
  input StateWhere { code: TextTests }
  input IncidentWhere {
    _and: [IncidentWhere!] _or: [IncidentWhere!] _not: IncidentWhere
    id: IdTests title: TextTests state: StateWhere cost: DecimalTests createdAt: DateTimeTests impact: IntTests reporterId: IdTests
  }
  type Query {
    incidents(where: IncidentWhere, sort: [IncidentSort!], first: Int!, after: String): IncidentConnection
    incident(id: ID!): Incident
    incidentStrictly(id: ID!): Incident!
    incidentsByIds(ids: [ID!]!): [Incident]
    people(city: String, nameStarts: String, ids: [ID!], limit: Int, offset: Int): [Person!]
  }
`;
