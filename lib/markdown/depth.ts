import type { Token } from "markdown-it";
import { MAX_NESTING } from "./parser";

/** True where blocks or marks nest so deep that the parser drops text or the tree cannot be walked. */
export function isNestedTooDeep(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token) =>
      token.level >= MAX_NESTING - 1 ||
      (token.children !== null && inlineDepth(token.children) > MAX_NESTING),
  );
}

function inlineDepth(tokens: readonly Token[]): number {
  let depth = 0;
  let deepest = 0;
  for (const token of tokens) {
    depth += token.nesting;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}
