import clsx from "clsx";
import type { ComponentProps } from "react";

interface CardProps extends ComponentProps<"div"> {
  as?: "div" | "article" | "section" | "li";
}

/** A thing that can be picked up: a community in the directory, an event. Lists of text use lines instead. */
export function Card({ as: Element = "div", className, ...rest }: CardProps) {
  // The four elements take the same attributes; the type says `div` for all of them.
  const Tag = Element as "div";
  return (
    <Tag
      {...rest}
      className={clsx("relative rounded-surface border border-line bg-surface-raised p-5", className)}
    />
  );
}
