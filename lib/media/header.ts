/** What we take, known by their first bytes and never by a name or a declared type. */
export const PICTURE_TYPES = ["jpeg", "png", "gif", "webp", "avif"] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** What the head of a file says of itself. Sizes in pixels, before any rotation. */
export type PictureHeader =
  | { kind: "picture"; type: PictureType; width: number; height: number }
  | { kind: "svg" | "unknown" | "damaged" };

type Size = { width: number; height: number };

/** Bytes of a file that are enough to know its size in pixels; a JPEG says it after its metadata. */
export const HEADER_BYTES = 512 * 1024;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const text = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

/** Reads type and size from the beginning of a file, without decoding anything. Never throws. Pure. */
export function readPictureHeader(bytes: Uint8Array): PictureHeader {
  const type = findType(bytes);
  if (type === null) return { kind: looksLikeSvg(bytes) ? "svg" : "unknown" };
  let size: Size | null = null;
  try {
    size = READERS[type](bytes);
  } catch (error) {
    // A DataView throws where the file ends too soon.
    if (!(error instanceof RangeError)) throw error;
  }
  if (size === null || size.width < 1 || size.height < 1) return { kind: "damaged" };
  return { kind: "picture", type, ...size };
}

function findType(bytes: Uint8Array): PictureType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  if (text(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (/^GIF8[79]a$/.test(text(bytes, 0, 6))) return "gif";
  if (text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 12) === "WEBP") return "webp";
  if (text(bytes, 4, 8) === "ftyp" && /avi[fs]/.test(brands(bytes))) return "avif";
  return null;
}

function brands(bytes: Uint8Array): string {
  const length = bytes.length >= 4 ? view(bytes).getUint32(0) : 0;
  return text(bytes, 8, Math.min(length, 128));
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder("utf-8").decode(bytes.subarray(0, 2048));
  return /<svg[\s>]/i.test(start) || bytes[0] === 0x1f;
}

const READERS: Readonly<Record<PictureType, (bytes: Uint8Array) => Size | null>> = {
  jpeg: readJpeg,
  png: (bytes) =>
    text(bytes, 12, 16) === "IHDR"
      ? { width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) }
      : null,
  gif: (bytes) => ({ width: view(bytes).getUint16(6, true), height: view(bytes).getUint16(8, true) }),
  webp: readWebp,
  avif: readAvif,
};

/** Frame headers carry the size; tables and arithmetic coding marks between them do not. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readJpeg(bytes: Uint8Array): Size | null {
  const data = view(bytes);
  let at = 2;
  while (at < bytes.length) {
    if (data.getUint8(at) !== 0xff) return null;
    const marker = data.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrameHeader(marker)) return { height: data.getUint16(at + 5), width: data.getUint16(at + 7) };
    if (marker === 0xda || marker === 0xd9) return null;
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    at += standsAlone ? 2 : 2 + Math.max(2, data.getUint16(at + 2));
  }
  return null;
}

function readWebp(bytes: Uint8Array): Size | null {
  const data = view(bytes);
  const chunk = text(bytes, 12, 16);
  const uint24 = (at: number) => data.getUint16(at, true) + data.getUint8(at + 2) * 65_536;
  if (chunk === "VP8X") return { width: uint24(24) + 1, height: uint24(27) + 1 };
  if (chunk === "VP8L" && data.getUint8(20) === 0x2f) {
    const bits = data.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk === "VP8 " && text(bytes, 23, 26) === "\x9d\x01\x2a") {
    return { width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff };
  }
  return null;
}

/** The largest size that an item of the file claims: thumbnails and alpha planes claim no larger ones. */
function readAvif(bytes: Uint8Array): Size | null {
  const data = view(bytes);
  let largest: Size | null = null;
  for (let at = 0; at + 20 <= bytes.length; at += 1) {
    if (data.getUint32(at + 4) !== 0x69737065) continue;
    const size = { width: data.getUint32(at + 12), height: data.getUint32(at + 16) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
