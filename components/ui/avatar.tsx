import clsx from "clsx";
import { avatarTint, initials } from "@/lib/branding/avatar";
import { faceSrc } from "@/lib/media/marks";

interface AvatarProps {
  name: string;
  /** Their picture as their card names it. */
  path?: string | null;
  /** Pixels; 40 unless given. */
  size?: number;
  /** True where the name does not stand beside it. */
  named?: boolean;
  className?: string;
}

/** A person's picture, or their initials on a tint that belongs to their name. */
export function Avatar({ name, path, size = 40, named = false, className }: AvatarProps) {
  const src = faceSrc(path, size);
  const box = { inlineSize: size, blockSize: size };
  const shape = clsx("shrink-0 rounded-full", className);
  if (src) {
    return (
      <img
        src={src}
        alt={named ? name : ""}
        width={size}
        height={size}
        loading="lazy"
        decoding="async"
        style={box}
        className={clsx(shape, "bg-surface-sunken object-cover")}
      />
    );
  }
  return (
    <span
      role="img"
      aria-label={name}
      aria-hidden={named ? undefined : true}
      // Drawn, not written: a picture of letters is no text of what it stands in.
      data-initials={initials(name)}
      style={{ ...box, ...avatarTint(name), fontSize: size * 0.4 }}
      className={clsx(
        shape,
        "grid place-items-center font-semibold leading-none select-none before:content-[attr(data-initials)]",
      )}
    />
  );
}
