import { CircleQuestionMark, type Icon, Image, Link2, Megaphone } from "@/components/ui/icons";
import type { PostType } from "@/lib/posts/limits";

/** The sign of each type of post. */
export const TYPE_ICONS: Record<PostType, Icon> = {
  question: CircleQuestionMark,
  announcement: Megaphone,
  picture: Image,
  link: Link2,
};
