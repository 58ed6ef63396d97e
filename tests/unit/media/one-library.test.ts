import { expect, it } from "vitest";
import { sharp } from "@/lib/images/sharp";
import { encodePicture } from "@/lib/media/encode";
import { drawPicture } from "@/lib/og-image/picture";
import { importsOf, listSources, parseSource } from "../../support/source-files.ts";

const community = "01934c3e-0000-7000-8000-000000000001";

it("one process takes pictures and draws its own", async () => {
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#336699" } })
    .png()
    .toBuffer();
  const { files } = await encodePicture(photo);
  expect(files).toHaveLength(1);
  const drawn = await drawPicture({
    owner: community,
    accent: "#a4442b",
    locale: "en",
    islands: [community],
    name: "Harbour",
    title: "Knots",
    note: "Ana",
  });
  expect((await sharp(drawn).metadata()).format).toBe("png");
});

it("nothing in the app brings the library in by another door", () => {
  const doors = ["app", "components", "lib"]
    .flatMap(listSources)
    .filter((file) => importsOf(parseSource(file)).includes("sharp"));
  expect(doors).toEqual(["lib/images/sharp.ts"]);
});
