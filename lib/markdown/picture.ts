import type { Element } from "hast";
import { parsePictureSrc, pictureSrc, pictureSrcSet } from "@/lib/media/addresses";

/** The column that texts stand in is 680 px wide; below that a picture has the page without its margins. */
const SIZES = "(min-width: 46rem) 680px, calc(100vw - 2rem)";

interface Placement {
  linkBase: string | undefined;
  mediaBase: string | undefined;
  /** Whether it is loaded at once. */
  eager: boolean;
}

/** Gives one of our own pictures its room and its smaller files, so that nothing moves when it arrives. */
export function markPicture(element: Element, { linkBase, mediaBase, eager }: Placement): void {
  const { properties } = element;
  const src = String(properties.src);
  const picture = parsePictureSrc(linkBase && src.startsWith(linkBase) ? new URL(src).pathname : src);
  if (!picture) return;
  const absolute = (path: string) => {
    if (mediaBase) return path.replace("/media/", mediaBase);
    return linkBase ? new URL(path, linkBase).href : path;
  };
  const srcSet = pictureSrcSet(picture);
  Object.assign(properties, {
    src: absolute(pictureSrc(picture)),
    width: picture.width,
    height: picture.height,
    ...(srcSet ? { srcSet: srcSet.replaceAll("/media/", absolute("/media/")), sizes: SIZES } : {}),
    ...(eager ? { loading: "eager", fetchPriority: "high" } : {}),
  });
}
