import { accentStyle } from "@/lib/branding/accent";
import { Chip } from "./chip";
import { IslandMark } from "./island-mark";

interface CommunityChipProps {
  id: string;
  name: string;
  accent: string;
  /** Its logo as its card names it. */
  logo?: string | null;
  href?: string;
  current?: boolean;
  count?: number;
}

/** Which island something belongs to, in its own accent. */
export function CommunityChip({ id, name, accent, logo, href, current, count }: CommunityChipProps) {
  const mark = <IslandMark id={id} logo={logo} size={18} />;
  return (
    <Chip href={href} current={current} count={count} mark={mark} style={accentStyle(accent)}>
      {name}
    </Chip>
  );
}
