import path from "node:path";
import ts from "typescript";
import { type AskedTexts, askedTexts } from "./asked-texts.ts";
import { hasDirective } from "./entry-points.ts";
import { type ImportEdge, importEdges, type ReadSource } from "./module-graph.ts";

/** Texts by the name under which `<Messages of={["name"]}>` sends them. */
type TextParts = Readonly<Record<string, readonly string[]>>;

/** Texts that browsers fetch themselves: what imports the loader brings them to all that it imports. */
interface LateTexts {
  loader: string;
  texts: readonly string[];
}

/** One `<Messages>` in a file. */
interface Sender {
  file: string;
  at: number;
  texts: { part: string; text: string; used: boolean }[];
}

const SCREENS = /(^|\/)(page|layout|template|loading|error|global-error|not-found|default)\.tsx$/;

/**
 * Walks every page with its layouts and error pages, from what the server renders down to the modules that run in
 * browsers, and compares the texts these ask for with what the `<Messages>` around them send. Returns sentences:
 * what is asked for and not sent, and what is sent and not asked for.
 */
export function findTextGaps(
  files: readonly string[],
  read: ReadSource,
  parts: TextParts,
  late: LateTexts = { loader: "", texts: [] },
): string[] {
  const walk = new Walk(read, parts, late);
  for (const file of files.filter((name) => SCREENS.test(name))) walk.screen(file);
  return [...walk.gaps, ...walk.unused(), ...walk.unsent()];
}

class Walk {
  readonly gaps = new Set<string>();
  readonly #senders = new Map<ts.Node, Sender>();
  readonly #modules = new Map<string, Module>();

  constructor(
    private readonly read: ReadSource,
    private readonly parts: TextParts,
    private readonly late: LateTexts,
  ) {}

  screen(file: string): void {
    const around = this.#layoutsAround(file).flatMap((layout) => this.#aroundChildren(layout));
    this.#visit(file, { screen: file, client: false, around, seen: new Set() });
  }

  unused(): string[] {
    return [...this.#senders.values()].flatMap(({ file, texts }) =>
      texts
        .filter(({ used }) => !used)
        .map(
          ({ part, text }) =>
            `${file} sends "${text}" (${part}): nothing below asks for it, or it is there already`,
        ),
    );
  }

  unsent(): string[] {
    const sent = new Set([...this.#senders.values()].flatMap(({ texts }) => texts.map(({ part }) => part)));
    return Object.keys(this.parts)
      .filter((part) => !sent.has(part))
      .map((part) => `no page sends "${part}"`);
  }

  /** Layouts that stand around a screen, from the root inwards. */
  #layoutsAround(file: string): string[] {
    // It stands in for the root layout too.
    if (file.endsWith("/global-error.tsx")) return [];
    const folders = path.posix.dirname(file).split("/");
    return folders
      .map((_, depth) => `${folders.slice(0, depth + 1).join("/")}/layout.tsx`)
      .filter((layout) => layout !== file && this.read(layout));
  }

  #aroundChildren(layout: string): Sender[] {
    const source = this.read(layout);
    let found: Sender[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isJsxExpression(node) && /^(props\.)?children$/.test(node.expression?.getText() ?? ""))
        found = this.#around(node, layout);
      ts.forEachChild(node, visit);
    };
    if (source) visit(source);
    return found;
  }

  #visit(file: string, way: Way): void {
    const module = this.#module(file);
    if (!module || module.isActions) return;
    const client = way.client || module.isClient;
    const key = [file, client, ...way.around.map((sender) => `${sender.file}:${sender.at}`)].join("|");
    if (way.seen.has(key)) return;
    way.seen.add(key);
    if (client) this.#check(file, module.asked, way);
    const own = module.edges.some(({ target }) => target === this.late.loader) ? [this.#lateSender()] : [];
    for (const { target, uses } of module.edges) {
      for (const use of uses) {
        const around = client ? [...way.around, ...own] : [...way.around, ...this.#around(use, file)];
        this.#visit(target, { ...way, client, around });
      }
    }
  }

  #module(file: string): Module | null {
    const known = this.#modules.get(file);
    if (known) return known;
    const source = this.read(file);
    if (!source) return null;
    const module = {
      isActions: hasDirective(source, "use server"),
      isClient: hasDirective(source, "use client"),
      asked: askedTexts(source),
      edges: importEdges(source, this.read),
    };
    this.#modules.set(file, module);
    this.#findSenders(source);
    return module;
  }

  #check(file: string, { paths, problems }: AskedTexts, { screen, around }: Way): void {
    for (const problem of problems) this.gaps.add(`${file}: ${problem}`);
    for (const asked of paths) {
      const covering = around.map(({ texts }) => texts.filter(({ text }) => isWithin(asked, text)));
      const first = covering.find((texts) => texts.length > 0);
      if (!first) this.gaps.add(`${file} asks for "${asked}", which nothing around it on ${screen} sends`);
      for (const text of first ?? []) text.used = true;
    }
  }

  /** Those with nothing inside count too. */
  #findSenders(source: ts.SourceFile): void {
    const visit = (node: ts.Node): void => {
      if (ts.isJsxOpeningElement(node) && node.tagName.getText() === "Messages")
        this.#sender(node, source.fileName);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }

  /** Not among the senders of pages: nobody counts what is not used of it. */
  #lateSender(): Sender {
    const { loader, texts } = this.late;
    return { file: loader, at: 0, texts: texts.map((text) => ({ part: "late", text, used: true })) };
  }

  /** The `<Messages>` that stand around a node in its file, from the outermost inwards. */
  #around(node: ts.Node, file: string): Sender[] {
    const found: Sender[] = [];
    for (let at = node; at.parent; at = at.parent) {
      const { parent } = at;
      const inside = ts.isJsxElement(parent) && parent.openingElement !== at && parent.closingElement !== at;
      if (inside && parent.openingElement.tagName.getText() === "Messages")
        found.unshift(this.#sender(parent.openingElement, file));
    }
    return found;
  }

  #sender(element: ts.JsxOpeningElement, file: string): Sender {
    const known = this.#senders.get(element);
    if (known) return known;
    const names = literalsIn(element);
    if (!names) this.gaps.add(`${file}: write out the parts that <Messages of> sends`);
    const texts = (names ?? []).flatMap((part) =>
      (this.parts[part] ?? []).map((text) => ({ part, text, used: false })),
    );
    const sender = { file, at: element.pos, texts };
    this.#senders.set(element, sender);
    return sender;
  }
}

interface Module {
  isActions: boolean;
  isClient: boolean;
  asked: AskedTexts;
  edges: ImportEdge[];
}

interface Way {
  screen: string;
  /** Whether the modules on this way run in browsers. */
  client: boolean;
  around: readonly Sender[];
  seen: Set<string>;
}

/** The names in `of={["feed", "composer"]}`; null where they are not written out. */
function literalsIn(element: ts.JsxOpeningElement): string[] | null {
  const attribute = element.attributes.properties.find(
    (property) => ts.isJsxAttribute(property) && property.name.getText() === "of",
  );
  const value = attribute && ts.isJsxAttribute(attribute) ? attribute.initializer : undefined;
  const list = value && ts.isJsxExpression(value) ? value.expression : undefined;
  if (!list || !ts.isArrayLiteralExpression(list)) return null;
  const names = list.elements.map((item) => (ts.isStringLiteral(item) ? item.text : null));
  return names.every((name) => name !== null) ? names : null;
}

function isWithin(asked: string, sent: string): boolean {
  return asked === sent || asked.startsWith(`${sent}.`);
}
