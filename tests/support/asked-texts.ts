import ts from "typescript";
import { usesOf } from "./name-uses.ts";

/** What a module asks of the texts. */
export interface AskedTexts {
  /** Texts and groups of texts, such as `feed.like` or, where the key is computed, `feed.visibility` or `feed`. */
  paths: string[];
  /** Questions that cannot be read off the source. */
  problems: string[];
}

/** Reads off a module which texts its `useTranslations` ask for. */
export function askedTexts(source: ts.SourceFile): AskedTexts {
  const asked: AskedTexts = { paths: [], problems: [] };
  const visit = (node: ts.Node): void => {
    if (isUseTranslations(node)) readQuestion(node, asked);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { paths: [...new Set(asked.paths)], problems: asked.problems };
}

function isUseTranslations(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === "useTranslations"
  );
}

function readQuestion(call: ts.CallExpression, asked: AskedTexts): void {
  const [namespace] = call.arguments;
  if (!namespace || !ts.isStringLiteralLike(namespace)) {
    asked.problems.push("useTranslations needs the name of a namespace, written out");
    return;
  }
  const { parent } = call;
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) {
    asked.problems.push("the result of useTranslations needs a name of its own");
    return;
  }
  const { name } = parent;
  for (const use of usesOf(new Set([name.text]), functionAround(parent))) {
    if (use === name) continue;
    const keys = keysAt(use);
    asked.paths.push(...keys.map((key) => (key === "" ? namespace.text : `${namespace.text}.${key}`)));
  }
}

function functionAround(node: ts.Node): ts.Node {
  let at = node;
  while (!ts.isFunctionLike(at) && !ts.isSourceFile(at)) at = at.parent;
  return at;
}

/** Keys below the namespace that one use of a translator can read; "" for all of them. */
function keysAt(use: ts.Identifier): string[] {
  // t("key") or t.rich("key")
  const callee = ts.isPropertyAccessExpression(use.parent) ? use.parent : use;
  const call = callee.parent;
  if (ts.isArrayLiteralExpression(call) && isHookCall(call.parent)) return [];
  if (!ts.isCallExpression(call) || call.expression !== callee) return [""];
  return keysOf(call.arguments[0]);
}

/** Whether a list is what a hook depends on: `useCallback(work, [t])`. */
function isHookCall(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) && ts.isIdentifier(node.expression) && /^use[A-Z]/.test(node.expression.text)
  );
}

function keysOf(key: ts.Expression | undefined): string[] {
  if (!key) return [""];
  if (ts.isStringLiteralLike(key)) return [key.text];
  if (ts.isConditionalExpression(key)) return [...keysOf(key.whenTrue), ...keysOf(key.whenFalse)];
  // `role.${role}` reads what stands below `role`.
  if (ts.isTemplateExpression(key)) return [key.head.text.split(".").slice(0, -1).join(".")];
  if (ts.isElementAccessExpression(key)) return valuesOf(key.expression) ?? [""];
  return [""];
}

/** Texts of a table of the same file, `const VERBS = { open: "join" } as const`; null where it is another thing. */
function valuesOf(table: ts.Expression): string[] | null {
  if (!ts.isIdentifier(table)) return null;
  const declared = table
    .getSourceFile()
    .statements.filter(ts.isVariableStatement)
    .flatMap((statement) => [...statement.declarationList.declarations])
    .find(({ name }) => ts.isIdentifier(name) && name.text === table.text);
  let object = declared?.initializer;
  while (object && (ts.isAsExpression(object) || ts.isSatisfiesExpression(object)))
    object = object.expression;
  if (!object || !ts.isObjectLiteralExpression(object)) return null;
  const texts = object.properties.map((property) =>
    ts.isPropertyAssignment(property) && ts.isStringLiteral(property.initializer)
      ? property.initializer.text
      : null,
  );
  return texts.every((text) => text !== null) ? texts : null;
}
