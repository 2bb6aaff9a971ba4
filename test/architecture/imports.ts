import ts from 'typescript';

/** One import of a source file, whatever form it was written in. */
export interface Import {
  /** As it stands in the source: `../contract/index.ts`, `graphql`. */
  readonly specifier: string;
  /** Counted from 1. */
  readonly line: number;
  /** Gone after compilation: `import type`, `export type`, `import('x').T`. */
  readonly typeOnly: boolean;
}

/** All imports of a source: static, dynamic, re-exports, type imports and import types. */
export function importsOf(source: string, file = 'source.ts'): Import[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const found = importAt(node);
    if (found !== undefined) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      imports.push({ ...found, line: line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return imports;
}

function importAt(node: ts.Node): Omit<Import, 'line'> | undefined {
  if (ts.isImportDeclaration(node))
    return named(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return named(node.argument.literal, true);
  if (ts.isExternalModuleReference(node)) return named(node.expression, false);
  if (ts.isCallExpression(node) && isLoading(node)) return named(node.arguments[0], false);
  return undefined;
}

function isLoading({ expression }: ts.CallExpression): boolean {
  if (expression.kind === ts.SyntaxKind.ImportKeyword) return true;
  return ts.isIdentifier(expression) && expression.text === 'require';
}

function named(specifier: ts.Node | undefined, typeOnly: boolean): Omit<Import, 'line'> | undefined {
  if (specifier === undefined) return undefined;
  // What is put together at run time cannot be checked, so it counts as an import of something unknown.
  return { specifier: ts.isStringLiteralLike(specifier) ? specifier.text : specifier.getText(), typeOnly };
}
