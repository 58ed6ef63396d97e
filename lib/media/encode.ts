import "server-only";
import { AppError } from "@/lib/errors/app-error";
import { type Sharp, sharp } from "@/lib/images/sharp";
import { type PICTURE_TYPES, type PictureHeader, readPictureHeader } from "./header";
import { createQueue } from "./queue";
import { fittedSize, LONGEST_SIDE, MARK_SIDES, type Size, UPLOAD_PIXELS, widthsOf } from "./sizes";

/** Seconds that libvips may work on one file. */
const TIMEOUT_SECONDS = 10;
/** Pictures that wait for their turn; whoever comes then is asked to come again. */
const WAITING = 6;

const queue = createQueue(WAITING);

/** One of our own files. */
export interface EncodedFile {
  width: number;
  bytes: Buffer;
}

/** A picture as it is kept: its size and a file for each of its widths, smallest first. */
export interface EncodedPicture extends Size {
  files: EncodedFile[];
}

type Known = Extract<PictureHeader, { kind: "picture" }>;

function refuse(reason: string, cause?: unknown): AppError {
  return new AppError("invalid", reason, { cause });
}

const REFUSALS = { svg: "picture_svg", unknown: "picture_type", damaged: "picture_damaged" } as const;

/** Type and size as the first bytes tell them. Throws AppError `invalid` for anything that we do not decode. */
export function inspect(bytes: Uint8Array): Known {
  const header = readPictureHeader(bytes);
  if (header.kind !== "picture") throw refuse(REFUSALS[header.kind]);
  if (header.width * header.height > UPLOAD_PIXELS) throw refuse("picture_pixels");
  return header;
}

const FORMATS: Readonly<Record<string, (typeof PICTURE_TYPES)[number]>> = {
  jpeg: "jpeg",
  png: "png",
  gif: "gif",
  webp: "webp",
  heif: "avif",
};

/** The first frame of a file, upright and without metadata, once the decoder agrees with what its head said. */
async function open(bytes: Uint8Array): Promise<{ image: Sharp; size: Size }> {
  const { type } = inspect(bytes);
  const image = sharp(bytes, {
    limitInputPixels: UPLOAD_PIXELS,
    sequentialRead: true,
    failOn: "error",
    pages: 1,
  });
  const { format, autoOrient, compression } = await image.metadata();
  if (FORMATS[format] !== type || (type === "avif" && compression !== "av1")) throw refuse("picture_type");
  return { image: image.timeout({ seconds: TIMEOUT_SECONDS }).autoOrient(), size: autoOrient };
}

/** Asks whether there is room for one more, before its bytes are read. @throws AppError `unavailable` */
export function requireRoom(): void {
  if (queue.full()) throw new AppError("unavailable", "uploads_busy", { retryAfterSeconds: 5 });
}

async function decoding<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await queue.enter(work);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw refuse("picture_damaged", error);
  }
}

function asWebp(image: Sharp): Promise<Buffer> {
  return image.webp({ quality: 80, effort: 3 }).toBuffer();
}

/**
 * Makes the files of a picture: WebP, upright, without metadata, the first frame of an animation (nothing of ours
 * moves by itself), no side longer than {@link LONGEST_SIDE}.
 * @throws AppError `invalid` (`picture_*`); `unavailable` where too many wait
 */
export function encodePicture(bytes: Uint8Array): Promise<EncodedPicture> {
  return decoding(async () => {
    const { image, size } = await open(bytes);
    const fitted = fittedSize(size);
    // Decoded once: the files are made from what is left, which is small.
    const { data, info } = await image
      .resize({ ...fitted, fit: "fill" })
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    const files: EncodedFile[] = [];
    for (const width of widthsOf(fitted.width)) {
      const scaled = sharp(data, { raw });
      const made = await asWebp(width === fitted.width ? scaled : scaled.resize({ width }));
      files.push({ width, bytes: made });
    }
    return { ...fitted, files };
  });
}

/** Makes the square files of a face or logo from the middle of a picture. @throws as {@link encodePicture} */
export function encodeMark(bytes: Uint8Array): Promise<EncodedFile[]> {
  return decoding(async () => {
    const { image } = await open(bytes);
    const side = Math.max(...MARK_SIDES);
    const { data, info } = await image
      .resize({ width: side, height: side, fit: "cover", position: "centre" })
      .toColourspace("srgb")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    const files: EncodedFile[] = [];
    for (const width of MARK_SIDES) {
      files.push({ width, bytes: await asWebp(sharp(data, { raw }).resize({ width, height: width })) });
    }
    return files;
  });
}
