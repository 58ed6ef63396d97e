import { CircleAlert, CircleCheck, type Icon, Info, TriangleAlert } from "@/components/ui/icons";

export type Tone = "info" | "ok" | "warn" | "danger";

/** How each tone looks; the icon carries the meaning for those who do not see the colour. */
export const TONES: Record<Tone, { icon: Icon; text: string; border: string; tint: string }> = {
  info: { icon: Info, text: "text-accent", border: "border-accent-line", tint: "bg-accent-soft" },
  ok: {
    icon: CircleCheck,
    text: "text-ok",
    border: "border-[color-mix(in_oklab,var(--ok)_38%,var(--surface))]",
    tint: "bg-ok-soft",
  },
  warn: {
    icon: TriangleAlert,
    text: "text-warn",
    border: "border-[color-mix(in_oklab,var(--warn)_38%,var(--surface))]",
    tint: "bg-warn-soft",
  },
  danger: {
    icon: CircleAlert,
    text: "text-danger",
    border: "border-[color-mix(in_oklab,var(--danger)_38%,var(--surface))]",
    tint: "bg-danger-soft",
  },
};
