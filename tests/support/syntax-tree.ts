import { type Node, parseSync } from "oxc-parser";

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

/** All nodes of a module's syntax, each before those below it. Throws where the module does not parse. */
export function nodesOf(file: string, source: string): Node[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: Node[] = [];
  const visit = (node: Node): void => {
    found.push(node);
    childrenOf(node).forEach(visit);
  };
  visit(program);
  return found;
}
