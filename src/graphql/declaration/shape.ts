import {
  buildASTSchema,
  concatAST,
  isListType,
  isNonNullType,
  Kind,
  PossibleTypeExtensionsRule,
  KnownDirectivesRule,
  print,
  UniqueArgumentNamesRule,
  UniqueDirectivesPerLocationRule,
  UniqueFieldDefinitionNamesRule,
  UniqueTypeNamesRule,
  valueFromAST,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import { KnownArgumentNamesOnDirectivesRule } from 'graphql/validation/rules/KnownArgumentNamesRule.js';
import { ProvidedRequiredArgumentsOnDirectivesRule } from 'graphql/validation/rules/ProvidedRequiredArgumentsRule.js';
import { validateSDL } from 'graphql/validation/validate.js';
import { problemAt, type DeclarationProblem } from './problem.ts';

/** What holds for declarations as it does for any SDL. Type names are looked at later, since connections are generated. */
const RULES = [
  KnownDirectivesRule,
  KnownArgumentNamesOnDirectivesRule,
  ProvidedRequiredArgumentsOnDirectivesRule,
  UniqueDirectivesPerLocationRule,
  UniqueArgumentNamesRule,
  UniqueFieldDefinitionNamesRule,
  PossibleTypeExtensionsRule,
];

/** Holds the declarations against the directives' own definitions: names, places and types of arguments. */
export function shapeProblems(documents: readonly DocumentNode[]): readonly DeclarationProblem[] {
  const whole = concatAST(documents);
  // Two types of one name would be taken for one with everything twice.
  const twice = validateSDL(whole, undefined, [UniqueTypeNamesRule]);
  const problems = (twice.length > 0 ? twice : validateSDL(whole, undefined, RULES)).map(asProblem);
  if (problems.length > 0) return problems;
  const definitions = buildASTSchema(directivesOnly(whole), { assumeValidSDL: true });
  visit(whole, {
    Directive: (node) => problems.push(...argumentProblems(node as ConstDirectiveNode, definitions)),
  });
  return problems;
}

/** Of several nodes the last is the one too many: the first definition of a name is not at fault. */
function asProblem({ nodes, message }: GraphQLError): DeclarationProblem {
  const node = nodes?.at(-1);
  return node === undefined ? { file: '(unknown)', line: 1, column: 1, message } : problemAt(node, message);
}

const DIRECTIVE_PARTS: ReadonlySet<string> = new Set([
  Kind.DIRECTIVE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
]);

function directivesOnly(document: DocumentNode): DocumentNode {
  return { ...document, definitions: document.definitions.filter(({ kind }) => DIRECTIVE_PARTS.has(kind)) };
}

function argumentProblems(
  node: ConstDirectiveNode,
  definitions: GraphQLSchema,
): readonly DeclarationProblem[] {
  const directive = definitions.getDirective(node.name.value);
  return (node.arguments ?? []).flatMap(({ name, value }) => {
    const argument = directive?.args.find((candidate) => candidate.name === name.value);
    return argument === undefined ? [] : valueProblems(argument.type, value);
  });
}

function valueProblems(type: GraphQLInputType, node: ValueNode): readonly DeclarationProblem[] {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner) && node.kind === Kind.LIST)
    return node.values.flatMap((item) => valueProblems(inner.ofType, item));
  if (valueFromAST(node, type) !== undefined) return [];
  const found = print(node);
  return [
    problemAt(
      node,
      `A value of type ${String(type)} is expected here; found ${found.startsWith('"') ? found : `"${found}"`}.`,
    ),
  ];
}
