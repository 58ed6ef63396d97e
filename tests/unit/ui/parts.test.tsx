import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { CommunityChip } from "@/components/ui/community-chip";
import { Field } from "@/components/ui/field";
import { FormError } from "@/components/ui/form-error";
import { Input } from "@/components/ui/input";
import { IslandMark } from "@/components/ui/island-mark";
import { RadioCards } from "@/components/ui/radio-cards";
import { Time } from "@/components/ui/time";
import { attributesOf } from "../markdown/inert";

const attributes = (node: React.ReactNode, tagName: string) =>
  attributesOf(renderToStaticMarkup(node), tagName);

describe("fields", () => {
  const field = (error?: string) => (
    <Field name="slug" label="Address" hint="Small letters" error={error} required>
      {(control) => <Input {...control} />}
    </Field>
  );

  test("label, hint and error belong to their control", () => {
    const html = renderToStaticMarkup(field("Taken"));
    const [input] = attributesOf(html, "input");
    expect(attributesOf(html, "label")[0]?.for).toBe("field-slug");
    expect(input).toMatchObject({ id: "field-slug", name: "slug", required: "", "aria-invalid": "true" });
    expect(attributesOf(html, "p").map(({ id }) => id)).toEqual(["field-slug-error", "field-slug-hint"]);
    expect(input?.["aria-describedby"]).toBe("field-slug-hint field-slug-error");
  });

  test("a field without an error is not called invalid", () => {
    const [input] = attributes(field(), "input");
    expect(input?.["aria-invalid"]).toBeUndefined();
    expect(input?.["aria-describedby"]).toBe("field-slug-hint");
  });

  test("the summary of a form leads to each field and can take the focus", () => {
    const html = renderToStaticMarkup(
      <FormError title="Not saved" errors={[{ name: "slug", message: "This address is taken" }]} />,
    );
    expect(attributesOf(html, "a")[0]?.href).toBe("#field-slug");
    expect(attributesOf(html, "div")[0]).toMatchObject({ role: "alert", tabindex: "-1" });
  });

  test("radio cards are one group with one choice", () => {
    const options = [
      { value: "public", label: "Everybody" },
      { value: "secret", label: "Invited" },
    ];
    const cards = (
      <RadioCards name="privacy" legend="Who can see it" options={options} defaultValue="secret" />
    );
    const radios = attributes(cards, "input");
    expect(radios.map(({ name }) => name)).toEqual(["privacy", "privacy"]);
    expect(radios.map(({ checked }) => checked)).toEqual([undefined, ""]);
    expect(attributes(cards, "legend")).toHaveLength(1);
  });
});

describe("buttons", () => {
  test("do not send a form unless asked to", () => {
    expect(attributes(<Button>Save</Button>, "button")[0]?.type).toBe("button");
  });

  test("a busy one keeps its name and its place in the tab order", () => {
    const html = renderToStaticMarkup(<Button busy>Save</Button>);
    expect(attributesOf(html, "button")[0]).toMatchObject({ "aria-busy": "true", "aria-disabled": "true" });
    expect(attributesOf(html, "button")[0]?.disabled).toBeUndefined();
    expect(html).toContain("Save");
  });
});

describe("marks", () => {
  const id = "0192a1b2-0000-7000-8000-000000000001";

  test("a mark beside its name is silent, alone it says the name", () => {
    expect(attributes(<IslandMark id="rust" />, "svg")[0]?.["aria-hidden"]).toBe("true");
    expect(attributes(<IslandMark id="rust" name="Rust" />, "svg")[0]?.["aria-label"]).toBe("Rust");
    expect(attributes(<Avatar name="Ana Ruiz" path={`people/${id}/${id}`} />, "img")[0]?.alt).toBe("");
    expect(attributes(<Avatar name="Ana Ruiz" named />, "span")[0]).toMatchObject({
      "aria-label": "Ana Ruiz",
    });
  });

  test("a logo stands in for the island", () => {
    const html = renderToStaticMarkup(<IslandMark id="rust" name="Rust" logo={`${id}/${id}`} />);
    expect(attributesOf(html, "img")[0]).toMatchObject({
      src: `/media/logo/${id}/${id}/64.webp`,
      alt: "Rust",
    });
    expect(html).not.toContain("<svg");
  });

  test("a path that is none of ours shows the generated mark", () => {
    expect(renderToStaticMarkup(<Avatar name="Ana" path="https://elsewhere.example/x.png" />)).not.toContain(
      "<img",
    );
    expect(renderToStaticMarkup(<IslandMark id="rust" logo="javascript:alert(1)" />)).not.toContain("<img");
  });

  test("a community's chip carries its accent, whatever was stored", () => {
    const chip = <CommunityChip id="x" name="X" accent={"red;} * {display:none"} href="/" />;
    expect(attributes(chip, "a")[0]?.style).toMatch(/^(--accent(-\w+)?:light-dark\([^;]+\);?)+$/);
  });
});

describe("times", () => {
  const moment = "2026-11-20T11:00:00Z";

  test("are exact for machines", () => {
    const time = <Time value={moment} locale="en" timeZone="UTC" relativeTo={Date.UTC(2026, 10, 20, 12)} />;
    expect(attributes(time, "time")[0]).toEqual({
      datetime: "2026-11-20T11:00:00.000Z",
      title: "November 20, 2026 at 11:00 AM",
    });
    expect(renderToStaticMarkup(time)).toContain(">1 hour ago<");
  });

  test("the database's own notation is understood, nonsense shows nothing", () => {
    const props = { locale: "en", timeZone: "UTC" };
    expect(attributes(<Time value="2026-11-20 21:28:49.01+00" {...props} />, "time")[0]?.datetime).toBe(
      "2026-11-20T21:28:49.010Z",
    );
    expect(renderToStaticMarkup(<Time value="soon" {...props} />)).toBe("");
  });
});
