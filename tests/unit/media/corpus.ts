import sharp, { type Sharp } from "sharp";

/** What becomes of a file: the size it is kept with, or the rule that refuses it. */
type Outcome = { width: number; height: number } | string;
type Entry = [name: string, bytes: () => Uint8Array | Promise<Uint8Array>, outcome: Outcome];

const ascii = (text: string) => Buffer.from(text, "latin1");
const joined = (...parts: (Uint8Array | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? ascii(part) : part)));

/** A plain picture of so many pixels. */
export function drawn(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  const background = { r: 20, g: 90, b: 90, alpha: 0.5 };
  return sharp({ create: { width, height, channels, background } });
}

const GPS = {
  IFD0: { Copyright: "somebody@example.org", Software: "exif-canary" },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "38/1 42/1 0/1",
    GPSLongitudeRef: "W",
    GPSLongitude: "9/1 8/1 0/1",
  },
};

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

const chunk = (type: string, data: Uint8Array) => joined(uint32(data.length), type, data, uint32(0));

/** A PNG that claims a size and has nothing behind it. */
export function claimedPng(width: number, height: number): Buffer {
  const header = joined(uint32(width), uint32(height), Buffer.from([8, 6, 0, 0, 0]));
  return joined("\x89PNG\r\n\x1a\n", chunk("IHDR", header), chunk("IDAT", Buffer.alloc(64)));
}

function claimedGif(width: number, height: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(width);
  size.writeUInt16LE(height, 2);
  return joined("GIF89a", size, "\x00\x00\x00;");
}

function claimedJpeg(width: number, height: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16BE(height);
  size.writeUInt16BE(width, 2);
  return joined("\xff\xd8\xff\xc0\x00\x11\x08", size, "\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xff\xd9");
}

function claimedWebp(side: number): Buffer {
  const size = Buffer.alloc(6);
  size.writeUIntLE(side - 1, 0, 3);
  size.writeUIntLE(side - 1, 3, 3);
  return joined("RIFF\x40\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00", size);
}

function claimedAvif(width: number, height: number): Buffer {
  const extent = joined(uint32(20), "ispe", uint32(0), uint32(width), uint32(height));
  return joined(uint32(24), "ftypavif", uint32(0), "avifmif1", extent);
}

async function animated(format: "gif" | "webp"): Promise<Buffer> {
  const frames = await Promise.all(
    ["red", "green", "blue"].map((background) =>
      sharp({ create: { width: 40, height: 30, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    [format]({ loop: 0 })
    .toBuffer();
}

async function cut(made: Promise<Buffer>, share: number): Promise<Uint8Array> {
  const bytes = await made;
  return bytes.subarray(0, Math.floor(bytes.length * share));
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';
const html = "<!doctype html><script>alert(document.cookie)</script>";
const noise = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 167 + 13) % 251);

const ordinary: Entry[] = [
  ["a JPEG", () => drawn(60, 40).jpeg().toBuffer(), { width: 60, height: 40 }],
  [
    "a progressive JPEG",
    () => drawn(60, 40).jpeg({ progressive: true }).toBuffer(),
    { width: 60, height: 40 },
  ],
  ["a JPEG in CMYK", () => drawn(60, 40).toColourspace("cmyk").jpeg().toBuffer(), { width: 60, height: 40 }],
  ["a JPEG in grey", () => drawn(60, 40).greyscale().jpeg().toBuffer(), { width: 60, height: 40 }],
  [
    "a JPEG with a place in it",
    () => drawn(60, 40).withExif(GPS).jpeg().toBuffer(),
    { width: 60, height: 40 },
  ],
  [
    "a JPEG lying on its side",
    () => drawn(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    { width: 40, height: 60 },
  ],
  [
    "a JPEG with a profile",
    () => drawn(60, 40).withIccProfile("p3").jpeg().toBuffer(),
    { width: 60, height: 40 },
  ],
  ["a PNG", () => drawn(60, 40).png().toBuffer(), { width: 60, height: 40 }],
  [
    "a PNG with 16 bits",
    () => drawn(60, 40).toColourspace("rgb16").png().toBuffer(),
    { width: 60, height: 40 },
  ],
  ["a PNG that one sees through", () => drawn(60, 40, 4).png().toBuffer(), { width: 60, height: 40 }],
  ["a PNG with a palette", () => drawn(60, 40).png({ palette: true }).toBuffer(), { width: 60, height: 40 }],
  ["an interlaced PNG", () => drawn(60, 40).png({ progressive: true }).toBuffer(), { width: 60, height: 40 }],
  ["a GIF", () => drawn(60, 40).gif().toBuffer(), { width: 60, height: 40 }],
  ["a GIF that moves", () => animated("gif"), { width: 40, height: 30 }],
  ["a WebP", () => drawn(60, 40).webp().toBuffer(), { width: 60, height: 40 }],
  ["a WebP without loss", () => drawn(60, 40).webp({ lossless: true }).toBuffer(), { width: 60, height: 40 }],
  ["a WebP that moves", () => animated("webp"), { width: 40, height: 30 }],
  ["an AVIF", () => drawn(64, 40).avif().toBuffer(), { width: 64, height: 40 }],
  ["one pixel", () => drawn(1, 1).png().toBuffer(), { width: 1, height: 1 }],
  ["a very long PNG", () => drawn(4, 9000).png().toBuffer(), { width: 1, height: 2560 }],
  ["a large JPEG", () => drawn(5000, 4000).jpeg().toBuffer(), { width: 2560, height: 2048 }],
  [
    "as many pixels as may be, in one colour",
    () => drawn(5000, 5000).png().toBuffer(),
    { width: 2560, height: 2560 },
  ],
];

const twoFaced: Entry[] = [
  [
    "a PNG with a page behind it",
    async () => joined(await drawn(60, 40).png().toBuffer(), html),
    { width: 60, height: 40 },
  ],
  [
    "a GIF with a page behind it",
    async () => joined(await drawn(60, 40).gif().toBuffer(), html),
    { width: 60, height: 40 },
  ],
  [
    "a JPEG with an archive behind it",
    async () => joined(await drawn(60, 40).jpeg().toBuffer(), "PK\x03\x04", noise(400)),
    { width: 60, height: 40 },
  ],
  [
    "a JPEG with a program in its comment",
    async () => {
      const made = await drawn(60, 40).jpeg().toBuffer();
      return joined(made.subarray(0, 2), "\xff\xfe\x00\x20<?php system($_GET['c']); ?>  ", made.subarray(2));
    },
    { width: 60, height: 40 },
  ],
  ["a GIF that is a page", () => joined("GIF89a", html), "picture_pixels"],
  ["a GIF that is a script", () => ascii("GIF89a/*\x00\x00*/=1;alert(1)"), "picture_damaged"],
  ["a small GIF that is a page", () => joined("GIF89a\x10\x00\x10\x00\x00\x00\x00", html), "picture_damaged"],
  [
    "a JPEG head before a PNG",
    async () => joined("\xff\xd8\xff", await drawn(9, 9).png().toBuffer()),
    "picture_damaged",
  ],
];

const foreign: Entry[] = [
  ["nothing", () => new Uint8Array(), "picture_type"],
  ["one byte", () => Uint8Array.of(0xff), "picture_type"],
  ["zeros", () => new Uint8Array(4096), "picture_type"],
  ["noise", () => noise(4096), "picture_type"],
  ["words", () => ascii("This is a picture, believe me."), "picture_type"],
  ["a page", () => ascii(html), "picture_type"],
  ["a drawing", () => ascii(svg), "picture_svg"],
  [
    "a drawing with a declaration",
    () => ascii(`\xef\xbb\xbf<?xml version="1.0"?>\n<!-- hi -->\n${svg}`),
    "picture_svg",
  ],
  ["a page with a drawing", () => ascii(`${html}${svg}`), "picture_svg"],
  ["a packed drawing", () => Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0), "picture_svg"],
  ["a document", () => ascii("%PDF-1.7\n%\xe2\xe3"), "picture_type"],
  ["a bitmap", () => joined("BM", noise(80)), "picture_type"],
  ["a TIFF", () => drawn(9, 9).tiff().toBuffer(), "picture_type"],
  ["an icon", () => joined("\x00\x00\x01\x00\x01\x00", noise(80)), "picture_type"],
  ["an archive", () => joined("PK\x03\x04", noise(80)), "picture_type"],
  ["a program", () => joined("MZ", noise(80)), "picture_type"],
  ["a film", () => joined(uint32(24), "ftypisom", uint32(0), "isomiso2", noise(80)), "picture_type"],
  ["a HEIC", () => joined(uint32(24), "ftypheic", uint32(0), "heicmif1", noise(80)), "picture_type"],
  ["a sound", () => joined("RIFF\x24\x00\x00\x00WAVEfmt ", noise(80)), "picture_type"],
];

const broken: Entry[] = [
  ["half a JPEG", () => cut(drawn(900, 900).jpeg({ quality: 100 }).toBuffer(), 0.5), "picture_damaged"],
  ["half a PNG", () => cut(drawn(900, 900).png({ compressionLevel: 0 }).toBuffer(), 0.5), "picture_damaged"],
  ["half a WebP", () => cut(drawn(900, 900).webp({ lossless: true }).toBuffer(), 0.5), "picture_damaged"],
  ["half an AVIF", () => cut(drawn(400, 400).avif().toBuffer(), 0.5), "picture_damaged"],
  ["the head of a JPEG", () => ascii("\xff\xd8\xff\xe0\x00\x10JFIF\x00"), "picture_damaged"],
  ["the head of a PNG", () => ascii("\x89PNG\r\n\x1a\n"), "picture_damaged"],
  ["the head of a GIF", () => ascii("GIF89a"), "picture_damaged"],
  ["the head of a WebP", () => ascii("RIFF\x00\x00\x00\x00WEBP"), "picture_damaged"],
  ["a PNG without an image", () => claimedPng(90, 90), "picture_damaged"],
  ["a PNG without width", () => claimedPng(0, 90), "picture_damaged"],
  ["a JPEG without an image", () => claimedJpeg(90, 90), "picture_damaged"],
  ["an AVIF without an image", () => claimedAvif(90, 90), "picture_damaged"],
];

/** Files that claim more than they have: known by their heads, and nothing is unpacked. */
export const bombs: Entry[] = [
  ["a PNG of 60,000 by 60,000", () => claimedPng(60_000, 60_000), "picture_pixels"],
  ["a PNG of the largest number", () => claimedPng(0xffffffff, 0xffffffff), "picture_pixels"],
  ["one row too many", () => claimedPng(5000, 5001), "picture_pixels"],
  ["a GIF of 65,535 by 65,535", () => claimedGif(65_535, 65_535), "picture_pixels"],
  ["a JPEG of 65,500 by 65,500", () => claimedJpeg(65_500, 65_500), "picture_pixels"],
  ["a WebP of 16,777,216 by 16,777,216", () => claimedWebp(16_777_216), "picture_pixels"],
  ["an AVIF of 100,000 by 100,000", () => claimedAvif(100_000, 100_000), "picture_pixels"],
  [
    "a packed PNG of 8,000 by 8,000",
    () => drawn(8000, 8000).png({ compressionLevel: 9 }).toBuffer(),
    "picture_pixels",
  ],
];

/** Files of every kind that somebody may send, and what becomes of each. */
export const corpus: Entry[] = [...ordinary, ...twoFaced, ...foreign, ...broken, ...bombs];
