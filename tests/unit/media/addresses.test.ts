import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findStoredFile, parsePictureSrc, pictureSrc, pictureSrcSet } from "@/lib/media/addresses";
import { faceSrc, logoSrc } from "@/lib/media/marks";
import { fittedSize, LONGEST_SIDE, widthsOf } from "@/lib/media/sizes";

const id = "0192a1b2-0000-7000-8000-000000000001";
const tenant = "0192a1b2-0000-7000-8000-00000000000a";
const person = "0192a1b2-0000-7000-8000-00000000000b";

describe("sizes", () => {
  it("fit, keep their shape and never vanish", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60_000 }),
        fc.integer({ min: 1, max: 60_000 }),
        (width, height) => {
          const fitted = fittedSize({ width, height });
          expect(Math.max(fitted.width, fitted.height)).toBeLessThanOrEqual(LONGEST_SIDE);
          expect(Math.min(fitted.width, fitted.height)).toBeGreaterThanOrEqual(1);
          expect(fitted.width).toBeLessThanOrEqual(width);
          const widths = widthsOf(fitted.width);
          expect(widths.at(-1)).toBe(fitted.width);
          expect(widths).toEqual([...widths].sort((a, b) => a - b));
        },
      ),
    );
  });

  it("leave out a step that is hardly smaller", () => {
    expect(widthsOf(300)).toEqual([300]);
    expect(widthsOf(700)).toEqual([700]);
    expect(widthsOf(1400)).toEqual([640, 1400]);
    expect(widthsOf(2560)).toEqual([640, 1280, 2560]);
  });
});

describe("addresses of pictures", () => {
  it("say the size and come back as they went", () => {
    const src = pictureSrc({ id, width: 1600, height: 900 });
    expect(src).toBe(`/media/${id}/1600x900.webp`);
    expect(parsePictureSrc(src)).toEqual({ id, width: 1600, height: 900 });
    expect(pictureSrcSet({ id, width: 1600, height: 900 })).toBe(
      `/media/${id}/640.webp 640w, /media/${id}/1280.webp 1280w, ${src} 1600w`,
    );
    expect(pictureSrcSet({ id, width: 600, height: 900 })).toBeUndefined();
  });

  it.each([
    `/media/${id}/0x900.webp`,
    `/media/${id}/2561x900.webp`,
    `/media/${id}/99999x1.webp`,
    `/media/${id}/640.webp`,
    `/media/${id}/640x480.webp?x=1`,
    `/media/${id}/640x480.svg`,
    `/media/${id.toUpperCase()}/640x480.webp`,
    `/media/../${id}/640x480.webp`,
    `//media/${id}/640x480.webp`,
    "/media/face/x.webp",
  ])("are not %s", (path) => {
    expect(parsePictureSrc(path)).toBeNull();
  });

  it("lead to a file of this community and no other", () => {
    expect(findStoredFile(tenant, [id, "640.webp"])).toEqual({
      bucket: "post-media",
      name: `${tenant}/${id}/640.webp`,
    });
    expect(findStoredFile(tenant, [id, "1600x900.webp"])?.name).toBe(`${tenant}/${id}/1600.webp`);
    expect(findStoredFile(null, [id, "640.webp"])).toBeNull();
    expect(findStoredFile(tenant, [`${id}/x`, "640.webp"])).toBeNull();
    expect(findStoredFile(tenant, ["..", "640.webp"])).toBeNull();
    expect(findStoredFile(tenant, [tenant, id, "640.webp"])).toBeNull();
    expect(findStoredFile(tenant, [id, "640.svg"])).toBeNull();
    expect(findStoredFile(tenant, [])).toBeNull();
  });
});

describe("addresses of faces and logos", () => {
  it("take the file for a dense screen", () => {
    const path = `people/${person}/${id}`;
    expect(faceSrc(path, 32)).toBe(`/media/face/${path}/64.webp`);
    expect(faceSrc(path, 40)).toBe(`/media/face/${path}/160.webp`);
    expect(faceSrc(`${tenant}/${person}/${id}`, 96)).toMatch(/\/320\.webp$/);
    expect(logoSrc(`${tenant}/${id}`, 34)).toBe(`/media/logo/${tenant}/${id}/160.webp`);
    expect(findStoredFile(null, ["face", ...path.split("/"), "64.webp"])).toEqual({
      bucket: "avatars",
      name: `${path}/64.webp`,
    });
    expect(findStoredFile(null, ["logo", tenant, id, "320.webp"])).toEqual({
      bucket: "logos",
      name: `${tenant}/${id}/320.webp`,
    });
  });

  it.each([
    null,
    undefined,
    "",
    "https://elsewhere.example/x.png",
    "../../etc/passwd",
    `people/${person}`,
    `other/${person}/${id}`,
    `people/${person}/${id}/64`,
  ])("are none for %s", (path) => {
    expect([faceSrc(path, 32), logoSrc(path, 32)]).toEqual([null, null]);
  });

  it("know three sides", () => {
    expect(findStoredFile(null, ["logo", tenant, id, "65.webp"])).toBeNull();
    expect(findStoredFile(null, ["face", "people", person, id, "2560.webp"])).toBeNull();
  });
});
