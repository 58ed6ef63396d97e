import { afterEach, expect, test, vi } from "vitest";
import { whenOnline } from "@/components/ui/when-online";

afterEach(() => vi.unstubAllGlobals());

function connection(onLine: boolean) {
  const page = new EventTarget();
  vi.stubGlobal("window", page);
  vi.stubGlobal("navigator", { onLine });
  return { comesBack: () => page.dispatchEvent(new Event("online")) };
}

test("what needs a connection is done at once where there is one", () => {
  connection(true);
  const run = vi.fn();
  whenOnline(run, new AbortController().signal);
  expect(run).toHaveBeenCalledOnce();
});

test("without a connection it waits for one, and is done once", () => {
  const { comesBack } = connection(false);
  const run = vi.fn();
  whenOnline(run, new AbortController().signal);
  expect(run).not.toHaveBeenCalled();
  comesBack();
  comesBack();
  expect(run).toHaveBeenCalledOnce();
});

test("who left meanwhile hears no more of it", () => {
  const { comesBack } = connection(false);
  const run = vi.fn();
  const leaving = new AbortController();
  whenOnline(run, leaving.signal);
  leaving.abort();
  comesBack();
  expect(run).not.toHaveBeenCalled();
});
