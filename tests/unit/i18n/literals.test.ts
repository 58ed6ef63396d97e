import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findLiterals } from "../../support/jsx-literals.ts";
import { listSources, projectRoot } from "../../support/source-files.ts";

describe("words", () => {
  it("stand in the catalogues and in no component", { timeout: 30_000 }, () => {
    const written = [...listSources("app"), ...listSources("components")]
      .filter((file) => file.endsWith(".tsx"))
      .flatMap((file) =>
        findLiterals(file, readFileSync(path.join(projectRoot, file), "utf8")).map(
          (words) => `${file}: ${words}`,
        ),
      );
    expect(written).toEqual([]);
  });

  it.each([
    ["<p>Hello</p>", ["Hello"]],
    ["<p>{t('hello')} you</p>", ["you"]],
    ["<p>{'Hello'}</p>", ["Hello"]],
    [`<>{\`Hello \${name}\`}</>`, ["Hello"]],
    ["<img alt='A boat' />", ["A boat"]],
    [`<input placeholder={"Name"} aria-label={\`of \${name}\`} />`, ["Name", "of"]],
    ["<p className='grid' title={t('x')}>{name} · {3} &nbsp;</p>", []],
    ["<p>{open ? 'Shut' : t('open')}</p>", ["Shut"]],
    [`<p>{count && \`\${count} boats\`}</p>`, ["boats"]],
    ["<p>مرحبا</p>", ["مرحبا"]],
  ])("are found in %s", (jsx, words) => {
    expect(findLiterals("x.tsx", `const x = ${jsx};`)).toEqual(words);
  });
});
