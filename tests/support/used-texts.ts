import { nodesOf } from "./syntax-tree.ts";

/** What a module says that could name texts. */
export interface SpokenKeys {
  /** What it gives to `useTranslations` and `getTranslations`. */
  namespaces: Set<string>;
  /** Every string it writes out. */
  strings: Set<string>;
  /** Every template it writes out, with its holes as `*`. */
  templates: Set<string>;
}

/** Reads off a module the strings by which it could ask for texts. */
export function spokenKeys(file: string, source: string): SpokenKeys {
  const spoken: SpokenKeys = { namespaces: new Set(), strings: new Set(), templates: new Set() };
  for (const node of nodesOf(file, source)) {
    if (node.type === "Literal" && typeof node.value === "string") spoken.strings.add(node.value);
    if (node.type === "TemplateLiteral") {
      spoken.templates.add(node.quasis.map(({ value }) => value.cooked ?? "").join("*"));
    }
    if (node.type !== "CallExpression" || node.callee.type !== "Identifier") continue;
    const [first] = node.arguments;
    if (!/^(use|get)Translations$/.test(node.callee.name) || first?.type !== "Literal") continue;
    if (typeof first.value === "string") spoken.namespaces.add(first.value);
  }
  return spoken;
}

function matches(template: string, key: string): boolean {
  if (!/^[\w.*]*\w{2}[\w.*]*$/.test(template)) return false;
  const pattern = template
    .split("*")
    .map((part) => part.replaceAll(".", "\\."))
    .join("[^.]+");
  return new RegExp(`^${pattern}$`).test(key);
}

/** Whether a module asks for a text: it names the namespace, and writes the rest of the path or a template of it. */
export function asksFor({ namespaces, strings, templates }: SpokenKeys, path: string): boolean {
  return [...namespaces].some((namespace) => {
    if (!path.startsWith(`${namespace}.`)) return false;
    const key = path.slice(namespace.length + 1);
    return strings.has(key) || [...templates].some((template) => matches(template, key));
  });
}
