/** The operations that are measured, as a client would send them. */
export interface Operation {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const CUSTOMER_CONTEXT: Operation = {
  name: 'canonical query',
  query: `query CustomerContext {
  cases(first: 100, orderBy: [{ number: ASC }]) {
    nodes {
      number shortDescription state { value label } priority { value label }
      account {
        name
        opportunities(first: 3, filter: { isClosed: { eq: false } }, orderBy: [{ closeDate: ASC }]) {
          nodes { name stage { label } amount closeDate recordUrl }
        }
      }
      contact { name email }
      incident { number state { label } }
      problem { number state { label } }
      changeRequest { number state { label } }
      causedByChange { number }
    }
  }
}`,
};

export function oneCase(number: string): Operation {
  return {
    name: 'one case',
    query: `query OneCase($number: String) {
  case(number: $number) {
    number shortDescription state { value label } priority { value label }
    account { name }
    contact { name email }
    incident { number state { label } }
  }
}`,
    variables: { number },
  };
}
