import * as lucide from "lucide-react";
import type { ComponentType } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import * as icons from "@/components/ui/icons";

const drawings = lucide as unknown as Record<string, ComponentType>;

/** What is inside an icon of Lucide, and its name in the sprite. */
function symbol([name, Icon]: [string, ComponentType]): string {
  const Drawing = drawings[name];
  if (!Drawing) throw new Error(`Lucide has no icon ${name}.`);
  const id = /#([a-z0-9-]+)"/.exec(renderToStaticMarkup(<Icon />))?.[1];
  const inside = /^<svg[^>]*>(.*)<\/svg>$/s.exec(renderToStaticMarkup(<Drawing />))?.[1];
  return `<symbol id="${id}" viewBox="0 0 24 24">${inside}</symbol>`;
}

// After a new icon or a new version of Lucide: npx vitest run --project unit tests/unit/ui/icons -u
test("the sprite holds the icons that are used, as Lucide draws them", async () => {
  const all = Object.entries(icons as Record<string, ComponentType>).map(symbol);
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">\n${all.join("\n")}\n</svg>\n`;
  await expect(text).toMatchFileSnapshot("../../../components/ui/icons.svg");
});
