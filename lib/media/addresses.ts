import { isFacePath, isLogoPath } from "./marks";
import { LONGEST_SIDE, MARK_SIDES, type MarkSide, type Size, widthsOf } from "./sizes";

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const PICTURE = new RegExp(`^/media/(${UUID})/(\\d{1,4})x(\\d{1,4})\\.webp$`);
const FILE = /^(\d{1,4})(?:x\d{1,4})?\.webp$/;
const MEDIA_ID = new RegExp(`^${UUID}$`);
const ELSEWHERE = "from";

/** A picture as a text names it. */
export interface PictureAddress extends Size {
  id: string;
}

/** The path of a picture: its size stands in it, so that a page keeps the room for it. Pure. */
export function pictureSrc({ id, width, height }: PictureAddress): string {
  return `/media/${id}/${width}x${height}.webp`;
}

/** What a path says, or null where it names no picture of ours. Pure. */
export function parsePictureSrc(path: string): PictureAddress | null {
  const [, id, width, height] = PICTURE.exec(path) ?? [];
  const size = { width: Number(width), height: Number(height) };
  const fits = Object.values(size).every((side) => side >= 1 && side <= LONGEST_SIDE);
  return id && fits ? { id, ...size } : null;
}

/** The files of a picture with their widths, as `srcset` writes them; none where there is one file only. Pure. */
export function pictureSrcSet({ id, width, height }: PictureAddress): string | undefined {
  const widths = widthsOf(width);
  if (widths.length === 1) return undefined;
  const path = (own: number) =>
    own === width ? pictureSrc({ id, width, height }) : `/media/${id}/${own}.webp`;
  return widths.map((own) => `${path(own)} ${own}w`).join(", ");
}

/** Where pictures of a post that is at home in another community are served, in place of `/media/`. Pure. */
export function mediaBaseFrom(homeId: string): string {
  return `/media/${ELSEWHERE}/${homeId}/`;
}

function isSide(value: number): value is MarkSide {
  return (MARK_SIDES as readonly number[]).includes(value);
}

/** A file in storage. */
export interface StoredFile {
  bucket: "post-media" | "avatars" | "logos";
  name: string;
  /** Of another community than this host's: shown as long as a share of its post holds. */
  shared?: true;
}

/** The file behind the segments of a path below `/media`, or null where there can be none. Pure. */
export function findStoredFile(tenantId: string | null, segments: readonly string[]): StoredFile | null {
  const [first = "", ...rest] = segments;
  const side = Number(FILE.exec(segments.at(-1) ?? "")?.[1]);
  if (!Number.isInteger(side)) return null;
  const path = rest.slice(0, -1).join("/");
  if (first === "face" && isFacePath(path) && isSide(side)) {
    const file = { bucket: "avatars", name: `${path}/${side}.webp` } as const;
    return tenantId === null || rest[0] === tenantId || rest[0] === "people"
      ? file
      : { ...file, shared: true };
  }
  if (first === "logo" && isLogoPath(path) && isSide(side))
    return { bucket: "logos", name: `${path}/${side}.webp` };
  if (tenantId === null) return null;
  if (first === ELSEWHERE) {
    const file = rest.length === 3 ? findStoredFile(rest[0] ?? "", rest.slice(1)) : null;
    return file?.bucket === "post-media" && MEDIA_ID.test(rest[0] ?? "") ? { ...file, shared: true } : null;
  }
  if (rest.length !== 1 || !MEDIA_ID.test(first)) return null;
  return { bucket: "post-media", name: `${tenantId}/${first}/${side}.webp` };
}
