import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

export const projectRoot = path.resolve(import.meta.dirname, "../..");

/** Source files below a folder of the project, as paths from the project's root. */
export function listSources(folder: string): string[] {
  return readdirSync(path.join(projectRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => path.relative(projectRoot, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Parses one file of the project. */
export function parseSource(file: string): ts.SourceFile {
  return parseText(readFileSync(path.join(projectRoot, file), "utf8"), file);
}

/** Parses a text as if it stood in that file. */
export function parseText(text: string, file: string): ts.SourceFile {
  return ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
}

/** Modules that a file imports, type-only imports left out. */
export function importsOf(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    if (ts.isImportDeclaration(statement) && statement.importClause?.isTypeOnly) return [];
    if (ts.isExportDeclaration(statement) && statement.isTypeOnly) return [];
    const { moduleSpecifier } = statement;
    return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? [moduleSpecifier.text] : [];
  });
}
