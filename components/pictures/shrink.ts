import { HEADER_BYTES, type PictureHeader, readPictureHeader } from "@/lib/media/header";
import { fittedSize, UPLOAD_BYTES, UPLOAD_PIXELS } from "@/lib/media/sizes";

/** Why a file is not sent at all. */
export type Refusal = "type" | "svg" | "damaged" | "pixels" | "bytes";

/** A file that we would not take: known before anything is sent. */
export class RefusedPicture extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal);
    this.name = "RefusedPicture";
    this.refusal = refusal;
  }
}

/** What a browser may be asked to unpack: four bytes for each, for a moment. */
const BROWSER_PIXELS = 70_000_000;
/** A file of at most so many bytes and of our size goes as it is. */
const SMALL_BYTES = 1_500_000;

type Known = Extract<PictureHeader, { kind: "picture" }>;

async function look(file: Blob): Promise<Known | null> {
  const header = readPictureHeader(new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer()));
  if (header.kind === "picture") return header;
  // The size may stand behind very long metadata: the server reads on.
  if (header.kind === "damaged" && file.size > HEADER_BYTES) return null;
  throw new RefusedPicture(header.kind === "unknown" ? "type" : header.kind);
}

function requireSize(file: Blob): Blob {
  if (file.size > UPLOAD_BYTES) throw new RefusedPicture("bytes");
  return file;
}

async function redraw(file: Blob, longest: number, type: string): Promise<Blob | null> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  const { width, height } = fittedSize(bitmap, longest);
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  if (context) context.imageSmoothingQuality = "high";
  context?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob(resolve, type, 0.88));
}

/**
 * Makes a picture no larger than we keep it, so that little is sent; the server looks again. An animation goes as it
 * is, and so does what this browser cannot unpack.
 * @throws RefusedPicture
 */
export async function shrinkPicture(file: Blob, longest: number): Promise<Blob> {
  const header = await look(file);
  const pixels = header ? header.width * header.height : 0;
  if (pixels > BROWSER_PIXELS) throw new RefusedPicture("pixels");
  const fits =
    header !== null && Math.max(header.width, header.height) <= longest && file.size <= SMALL_BYTES;
  if (header === null || fits || header.type === "gif") {
    if (pixels > UPLOAD_PIXELS) throw new RefusedPicture("pixels");
    return requireSize(file);
  }
  const drawn = await redraw(file, longest, "image/webp").catch(() => null);
  if (drawn && (drawn.size < file.size || pixels > UPLOAD_PIXELS)) return requireSize(drawn);
  if (pixels > UPLOAD_PIXELS) throw new RefusedPicture("pixels");
  return requireSize(file);
}
