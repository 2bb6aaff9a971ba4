/** The part of the graph that the measured operations touch, under the same names as the gateway's. */
export const typeDefs = `#graphql
  type Query {
    cases(first: Int, orderBy: [CaseOrder!]): CaseConnection
    case(number: String): Case
  }

  input CaseOrder { number: Direction }
  input OpportunityOrder { closeDate: Direction }
  input OpportunityFilter { isClosed: BooleanFilter }
  input BooleanFilter { eq: Boolean }
  enum Direction { ASC DESC }

  type CaseConnection { nodes: [Case] }
  type OpportunityConnection { nodes: [Opportunity] }
  type Choice { value: String label: String }

  type Case {
    number: String
    shortDescription: String
    state: Choice
    priority: Choice
    account: Account
    contact: Contact
    incident: Incident
    problem: Problem
    changeRequest: ChangeRequest
    causedByChange: ChangeRequest
  }

  type Account {
    name: String
    opportunities(first: Int, filter: OpportunityFilter, orderBy: [OpportunityOrder!]): OpportunityConnection
  }

  type Contact { name: String email: String }
  type Incident { number: String state: Choice }
  type Problem { number: String state: Choice }
  type ChangeRequest { number: String state: Choice }

  type Opportunity {
    name: String
    stage: Choice
    amount: String
    closeDate: String
    recordUrl: String
  }
`;
