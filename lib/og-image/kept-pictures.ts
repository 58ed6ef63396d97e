import "server-only";
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { AppError } from "@/lib/errors/app-error";
import { drawPicture, type Picture } from "./picture";

const KEPT_BYTES = 48 * 1024 * 1024;
const MOST_AT_ONCE = 2;
const MOST_WAITING = 40;

const kept = new LRUCache<string, Uint8Array<ArrayBuffer>>({
  maxSize: KEPT_BYTES,
  sizeCalculation: (png) => png.byteLength + 128,
});
const drawing = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
const waiting: (() => void)[] = [];
let atWork = 0;

/** Waits for a place at the drawing board. Whoever cannot even wait is sent away for a few seconds. */
async function takePlace(): Promise<void> {
  if (atWork < MOST_AT_ONCE) {
    atWork += 1;
    return;
  }
  if (waiting.length >= MOST_WAITING)
    throw new AppError("unavailable", "unavailable", { retryAfterSeconds: 5 });
  await new Promise<void>((resolve) => waiting.push(resolve));
}

function leavePlace(): void {
  const next = waiting.shift();
  if (next) next();
  else atWork -= 1;
}

async function drawInTurn(picture: Picture): Promise<Uint8Array<ArrayBuffer>> {
  await takePlace();
  try {
    return new Uint8Array(await drawPicture(picture));
  } finally {
    leavePlace();
  }
}

/**
 * A picture as PNG: from memory where the same one was drawn before, else drawn, two at a time. The key is all that it
 * shows and whose it is, so that nothing has to be forgotten when content changes.
 * @throws AppError `unavailable` where too many others wait
 */
export async function pictureOf(picture: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const key = `${picture.owner}:${createHash("sha256").update(JSON.stringify(picture)).digest("base64url")}`;
  const known = kept.get(key);
  if (known) return known;
  const begun = drawing.get(key);
  if (begun) return begun;
  const made = drawInTurn(picture);
  drawing.set(key, made);
  try {
    const png = await made;
    kept.set(key, png);
    return png;
  } finally {
    drawing.delete(key);
  }
}
