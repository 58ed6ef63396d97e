"use client";

import clsx from "clsx";
import type { CSSProperties } from "react";
import { islandPath } from "@/lib/branding/island-mark";
import { logoSrc } from "@/lib/media/marks";

interface IslandMarkProps {
  /** The community's id: decides the outline. */
  id: string;
  /** Its name, where that does not stand beside the mark. */
  name?: string;
  /** Its logo as its card names it; without one an island is drawn. */
  logo?: string | null;
  /** Origin of the network host, where the mark of one community stands on the host of another. */
  origin?: string;
  /** `accentStyle(accent)` of its own, where the mark stands among other islands. */
  style?: CSSProperties;
  /** Pixels; 32 unless given. */
  size?: number;
  /** `solid` for a sign, `chart` for a drawing with heights and shallow water. */
  variant?: "solid" | "chart";
  className?: string;
}

// For the browser too: a page then carries the id of an island and not its outline, which is long, a second time.
/** The mark of a community: its logo, or an island that is its own. */
export function IslandMark(props: IslandMarkProps) {
  const { name, logo, origin = "", size = 32, className } = props;
  const src = logoSrc(logo, size);
  const style = { inlineSize: size, blockSize: size, ...props.style };
  if (src) {
    return (
      <img
        src={`${origin}${src}`}
        alt={name ?? ""}
        width={size}
        height={size}
        style={style}
        className={clsx("shrink-0 rounded-control object-cover", className)}
      />
    );
  }
  return (
    <svg
      role="img"
      aria-label={name}
      aria-hidden={name ? undefined : true}
      viewBox={viewBoxOf(props)}
      style={style}
      className={clsx("shrink-0", className)}
    >
      <Drawing {...props} />
    </svg>
  );
}

function viewBoxOf({ variant = "solid", id }: IslandMarkProps): string {
  // The shallows around a solid mark are not drawn, so their margin is cut off.
  return variant === "chart" ? islandPath(id).viewBox : "6 6 52 52";
}

function Drawing({ id, variant = "solid", size = 32 }: IslandMarkProps) {
  const { coast, contours, shallows } = islandPath(id);
  if (variant === "solid") {
    return (
      <>
        <path d={coast} className="island-solid" />
        {size >= 28 ? <path d={contours[0]} className="island-contour" /> : null}
      </>
    );
  }
  return (
    <>
      <path d={shallows} className="island-shallows" />
      <path d={coast} className="island-land" />
      {contours.map((contour) => (
        <path key={contour} d={contour} className="island-contour" />
      ))}
    </>
  );
}
