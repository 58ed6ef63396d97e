import type { JSXExpression, Node } from "oxc-parser";
import { nodesOf } from "./syntax-tree.ts";

/** Attributes that people read or hear. */
const SPOKEN = new Set([
  "alt",
  "aria-description",
  "aria-label",
  "aria-roledescription",
  "label",
  "placeholder",
  "title",
]);

/** Words that an expression writes out itself: a string, the fixed part of a template, a branch of a choice. */
function wordsOf(expression: JSXExpression): string {
  if (expression.type === "Literal") return typeof expression.value === "string" ? expression.value : "";
  if (expression.type === "TemplateLiteral") return expression.quasis.map(({ value }) => value.raw).join(" ");
  if (expression.type === "LogicalExpression") return wordsOf(expression.right);
  if (expression.type === "ConditionalExpression") {
    return `${wordsOf(expression.consequent)} ${wordsOf(expression.alternate)}`;
  }
  return "";
}

/** What a node shows to people without asking the catalogues. */
function shownBy(node: Node): string[] {
  if (node.type === "JSXText") return [node.value];
  if (node.type === "JSXElement" || node.type === "JSXFragment") {
    return node.children.map((child) =>
      child.type === "JSXExpressionContainer" ? wordsOf(child.expression) : "",
    );
  }
  if (node.type !== "JSXAttribute" || node.name.type !== "JSXIdentifier" || !SPOKEN.has(node.name.name))
    return [];
  if (node.value?.type === "Literal") return [wordsOf(node.value)];
  return node.value?.type === "JSXExpressionContainer" ? [wordsOf(node.value.expression)] : [];
}

/** Words that a component writes out itself, in its text or in an attribute that people read. */
export function findLiterals(file: string, source: string): string[] {
  return nodesOf(file, source)
    .flatMap(shownBy)
    .map((text) => text.replace(/&\w+;/g, " ").trim())
    .filter((text) => /\p{L}/u.test(text));
}
