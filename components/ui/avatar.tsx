import clsx from "clsx";
import { avatarTint, initials } from "@/lib/branding/avatar";

interface AvatarProps {
  name: string;
  src?: string | null;
  /** Pixels; 40 unless given. */
  size?: number;
  /** True where the name does not stand beside it. */
  named?: boolean;
  className?: string;
}

/** A person's picture, or their initials on a tint that belongs to their name. */
export function Avatar({ name, src, size = 40, named = false, className }: AvatarProps) {
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
        className={clsx(shape, "object-cover")}
      />
    );
  }
  return (
    <span
      role="img"
      aria-label={name}
      aria-hidden={named ? undefined : true}
      style={{ ...box, ...avatarTint(name), fontSize: size * 0.4 }}
      className={clsx(shape, "grid place-items-center font-semibold leading-none select-none")}
    >
      {initials(name)}
    </span>
  );
}
