import path from "node:path";
import ts from "typescript";
import { usesOf } from "./name-uses.ts";

/** A project's sources by their paths from its root; null for what is not there. */
export type ReadSource = (file: string) => ts.SourceFile | null;

/** One module that another imports, with every place where the other uses it. */
export interface ImportEdge {
  target: string;
  /** Names in the importing file; a module imported for its effects, or passed on, has only the statement. */
  uses: ts.Node[];
}

const ENDINGS = [".tsx", ".ts", "/index.tsx", "/index.ts", ""];

/** Modules of the project that a file imports or passes on, without those it needs as types only. */
export function importEdges(source: ts.SourceFile, read: ReadSource): ImportEdge[] {
  return [...staticEdges(source, read), ...lateEdges(source, read)];
}

/** Modules that a file loads on first use: `import("./panel")`. */
function lateEdges(source: ts.SourceFile, read: ReadSource): ImportEdge[] {
  const edges: ImportEdge[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [from] = node.arguments;
      const target = from && ts.isStringLiteral(from) ? resolve(from.text, source.fileName, read) : null;
      if (target) edges.push({ target, uses: [node] });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return edges;
}

/** Modules that come together with a file. */
export function staticEdges(source: ts.SourceFile, read: ReadSource): ImportEdge[] {
  return source.statements.flatMap((statement): ImportEdge[] => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
    const target = resolve(moduleSpecifier.text, source.fileName, read);
    if (!target) return [];
    if (ts.isExportDeclaration(statement)) return statement.isTypeOnly ? [] : [{ target, uses: [statement] }];
    const clause = statement.importClause;
    if (!clause) return [{ target, uses: [statement] }];
    const names = valueNames(clause);
    return names.size === 0 ? [] : [{ target, uses: usesOf(names, source) }];
  });
}

function resolve(specifier: string, from: string, read: ReadSource): string | null {
  const own = specifier.startsWith("@/");
  if (!own && !specifier.startsWith(".")) return null;
  const base = own ? specifier.slice(2) : path.posix.join(path.posix.dirname(from), specifier);
  return ENDINGS.map((ending) => base + ending).find((file) => /\.tsx?$/.test(file) && read(file)) ?? null;
}

function valueNames(clause: ts.ImportClause): Set<string> {
  if (clause.isTypeOnly) return new Set();
  const { name, namedBindings } = clause;
  const names = new Set(name ? [name.text] : []);
  if (namedBindings && ts.isNamespaceImport(namedBindings)) names.add(namedBindings.name.text);
  if (namedBindings && ts.isNamedImports(namedBindings)) {
    for (const element of namedBindings.elements) if (!element.isTypeOnly) names.add(element.name.text);
  }
  return names;
}
