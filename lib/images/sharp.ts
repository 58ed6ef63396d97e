import "server-only";
import sharp, { type OverlayOptions, type Sharp } from "sharp";

// One thread and no cache: a picture takes the memory that its size asks for, and gives it back.
sharp.concurrency(1);
sharp.cache(false);
// Nothing reads files of this machine, and no loader runs but those of the types that are taken, whose first bytes
// were seen before. SVG is for what we draw ourselves. libvips keeps one such list for the whole process.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegBuffer",
    "VipsForeignLoadPngBuffer",
    "VipsForeignLoadNsgifBuffer",
    "VipsForeignLoadWebpBuffer",
    "VipsForeignLoadHeifBuffer",
    "VipsForeignLoadSvgBuffer",
  ],
});

export type { OverlayOptions, Sharp };

/** The library for pictures as this app uses it; nothing imports it from elsewhere. */
export { sharp };
