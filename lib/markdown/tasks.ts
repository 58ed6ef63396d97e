import type { Element, ElementContent } from "hast";
import type { MarkdownLabels } from "./options";

const TASK = /^\[([ xX])\]\s+/;

/** Turns a list item that begins with `[ ]` or `[x]` into one with a checkbox that only shows its state. */
export function taskItem(item: Element, labels: MarkdownLabels): Element {
  const holder = firstTextHolder(item);
  const text = holder?.children[0];
  if (!holder || text?.type !== "text") return item;
  const mark = TASK.exec(text.value)?.[1];
  if (mark === undefined) return item;
  const rest: ElementContent = { type: "text", value: ` ${text.value.replace(TASK, "")}` };
  holder.children = [checkbox(mark !== " ", labels), rest, ...holder.children.slice(1)];
  return { ...item, properties: { ...item.properties, className: ["task-item"] } };
}

/** The item itself in a tight list, its first paragraph in a loose one. */
function firstTextHolder(item: Element): Element | undefined {
  const first = item.children.find((child) => child.type !== "text" || child.value.trim() !== "");
  if (first?.type === "text") {
    item.children = item.children.slice(item.children.indexOf(first));
    return item;
  }
  return first?.type === "element" && first.tagName === "p" ? first : undefined;
}

function checkbox(checked: boolean, labels: MarkdownLabels): Element {
  const ariaLabel = checked ? labels.taskDone : labels.taskOpen;
  return {
    type: "element",
    tagName: "input",
    properties: { type: "checkbox", disabled: true, checked, ariaLabel },
    children: [],
  };
}
