import { Suspense } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { late } from "@/components/ui/late";

const Panel = ({ name }: { name: string }) => <p>{name}</p>;
const shown = (Part: ReturnType<typeof late<{ name: string }>>) =>
  renderToStaticMarkup(
    <Suspense fallback="not yet">
      <Part name="here" />
    </Suspense>,
  );

test("what was called for before is shown at once, what was not comes after its fallback", async () => {
  const load = vi.fn(async () => Panel);
  const called = late(load);
  await Promise.all([called.call(), called.call()]);
  expect(shown(called)).toBe("<p>here</p>");
  expect(load).toHaveBeenCalledTimes(1);
  expect(shown(late(load))).toBe("not yet");
});
