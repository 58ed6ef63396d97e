import { describe, expect, it } from "vitest";
import { excerpt } from "@/lib/markdown/excerpt";
import { renderMarkdown } from "@/lib/markdown/render";

const id = "0192a1b2-0000-7000-8000-000000000001";
const src = `/media/${id}/1600x900.webp`;

describe("our own pictures in a text", () => {
  it("keep their room and offer smaller files", () => {
    const html = renderMarkdown(`![A pier at low tide](${src})`);
    expect(html).toContain(`src="${src}"`);
    expect(html).toContain('width="1600" height="900"');
    expect(html).toContain(`srcset="/media/${id}/640.webp 640w, /media/${id}/1280.webp 1280w, ${src} 1600w"`);
    expect(html).toContain('sizes="');
    expect(html).toContain('alt="A pier at low tide"');
    expect(html).toContain('loading="lazy"');
    expect(html).toContain('decoding="async"');
  });

  it("have the first loaded at once where the page is about the text", () => {
    const html = renderMarkdown(`![a](${src})\n\n![b](${src})`, { eagerPicture: true });
    expect(html.match(/loading="eager" .*?fetchpriority="high"|fetchpriority="high"/g)).toHaveLength(1);
    expect(html.match(/loading="lazy"/g)).toHaveLength(1);
    expect(html.indexOf('loading="eager"')).toBeLessThan(html.indexOf('loading="lazy"'));
  });

  it("are absolute where a text is read elsewhere", () => {
    const html = renderMarkdown(`![a](${src})`, { linkBase: "https://rust.example.org" });
    expect(html).toContain(`src="https://rust.example.org${src}"`);
    expect(html).toContain(`https://rust.example.org/media/${id}/640.webp 640w`);
    expect(html).not.toMatch(/[ ,"]\/media/);
  });

  it("say a size that one would not believe to nobody", () => {
    const html = renderMarkdown(`![a](/media/${id}/99999x99999.webp)`);
    expect(html).not.toMatch(/width=|srcset=/);
  });

  it("give their words to a preview where there are no others", () => {
    expect(excerpt(`![A pier at low tide](${src})`, 200)).toBe("A pier at low tide");
    expect(excerpt(`Look:\n\n![A pier](${src})`, 200)).toBe("Look:");
  });
});
