import { Kind, Lexer, Source, TokenKind, parse, visit } from 'graphql';
import type { DocumentNode, ValueNode } from 'graphql';
import type { DocumentLimits } from './limits.ts';
import { measureDocument } from './measure-document.ts';
import { deeperThan } from './measure-selections.ts';
import type { Weight } from './measure-selections.ts';
import { counted, overLimit } from './verdict.ts';
import type { Verdict } from './verdict.ts';

const ACCEPTED: Verdict = { kind: 'accepted', introspects: false };
const SYNTAX: Verdict = { kind: 'syntax' };

/** Decides whether a document may go on to validation and execution. Pure; its cost is linear in the document's size. */
export function checkDocument(text: string, limits: DocumentLimits): Verdict {
  const document = parseWithin(text, limits.tokens);
  if (document === null) {
    return hasMoreTokens(text, limits.tokens)
      ? overLimit('tokens', limits.tokens, `more than ${limits.tokens}`)
      : SYNTAX;
  }
  if (hasDeepInput(document, limits.inputDepth)) return tooDeepInput(limits.inputDepth);
  const { weight, cycle, introspects } = measureDocument(document);
  if (cycle !== null) return { kind: 'refused', message: `The fragment "${cycle}" leads back to itself.` };
  return judge(weight, limits) ?? (introspects ? { kind: 'accepted', introspects } : ACCEPTED);
}

/** The refusal of arguments or variables that nest lists and objects too deep. */
export function tooDeepInput(limit: number): Verdict {
  return overLimit('lists and objects inside one another in its input', limit, 'more');
}

function parseWithin(text: string, maxTokens: number): DocumentNode | null {
  try {
    return parse(text, { maxTokens, noLocation: true });
  } catch {
    return null;
  }
}

/** Tells a document that is too long from one that is not GraphQL: the parser throws the same error for both. */
function hasMoreTokens(text: string, limit: number): boolean {
  const lexer = new Lexer(new Source(text));
  try {
    for (let tokens = 0; tokens <= limit; tokens++) {
      if (lexer.advance().kind === TokenKind.EOF) return false;
    }
    return true;
  } catch {
    return false;
  }
}

function hasDeepInput(document: DocumentNode, limit: number): boolean {
  let deep = false;
  const look = (value: ValueNode): void => {
    deep ||= deeperThan(limit, value);
  };
  visit(document, {
    [Kind.ARGUMENT]: (node) => look(node.value),
    [Kind.VARIABLE_DEFINITION]: (node) =>
      node.defaultValue === undefined ? undefined : look(node.defaultValue),
  });
  return deep;
}

const BOUNDED: readonly (readonly [keyof Weight, keyof DocumentLimits, string])[] = [
  ['selections', 'selections', 'selections (fragments written out)'],
  ['introspectionSelections', 'selections', 'introspection selections (fragments written out)'],
  ['depth', 'depth', 'levels of fields'],
  ['introspectionDepth', 'introspectionDepth', 'levels of introspection fields'],
  ['aliases', 'aliases', 'aliases'],
  ['rootFields', 'rootFields', 'root fields'],
  ['directives', 'directives', 'directives'],
];

function judge(weight: Readonly<Weight>, limits: DocumentLimits): Verdict | null {
  for (const [measured, limit, what] of BOUNDED) {
    if (weight[measured] > limits[limit]) return overLimit(what, limits[limit], counted(weight[measured]));
  }
  return null;
}
