"use client";

import { accentStyle } from "@/lib/branding/accent";
import { Chip } from "./chip";
import { IslandMark } from "./island-mark";

interface CommunityChipProps {
  id: string;
  name: string;
  accent: string;
  logoUrl?: string | null;
  href?: string;
  current?: boolean;
  count?: number;
}

/** Which island something belongs to, in its own accent. */
export function CommunityChip({ id, name, accent, logoUrl, href, current, count }: CommunityChipProps) {
  const mark = <IslandMark id={id} logoUrl={logoUrl} size={18} />;
  return (
    <Chip href={href} current={current} count={count} mark={mark} style={accentStyle(accent)}>
      {name}
    </Chip>
  );
}
