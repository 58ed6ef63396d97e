import ts from "typescript";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Wrappers that may stand around an entry, by the kind of file. */
const WRAPPERS = {
  action: new Set(["withTenantAuth", "withViewer", "withGuest", "withPlatformAuth"]),
  route: new Set([
    "withTenantApi",
    "withPublicApi",
    "withViewerApi",
    "withGuestApi",
    "withHostApi",
    "withPlatformApi",
  ]),
};

/** Whether a file or one of its functions is marked with a directive such as "use server". */
export function hasDirective(source: ts.SourceFile, directive: string): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    if (
      ts.isExpressionStatement(node) &&
      ts.isStringLiteral(node.expression) &&
      node.expression.text === directive
    )
      found = true;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isExported(node: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function isWrapped(initializer: ts.Expression | undefined, kind: keyof typeof WRAPPERS): boolean {
  return (
    initializer !== undefined &&
    ts.isCallExpression(initializer) &&
    ts.isIdentifier(initializer.expression) &&
    WRAPPERS[kind].has(initializer.expression.text)
  );
}

/**
 * Entries of a "use server" file or a route handler that are not made by a wrapper: their names. Anything a "use
 * server" file exports can be called by anybody who knows its id, so re-exports and plain functions count as well.
 */
export function unwrappedEntries(source: ts.SourceFile, kind: keyof typeof WRAPPERS): string[] {
  const bad: string[] = [];
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly) bad.push("re-export");
    if (ts.isExportAssignment(statement)) bad.push("default");
    if (!isExported(statement)) continue;
    if (ts.isFunctionDeclaration(statement)) {
      const name = statement.name?.text ?? "default";
      if (kind === "action" || METHODS.has(name)) bad.push(name);
    }
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      const text = name.getText(source);
      const counts = kind === "action" || METHODS.has(text);
      if (counts && !isWrapped(initializer, kind)) bad.push(text);
    }
  }
  return bad;
}
