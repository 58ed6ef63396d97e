import { LoaderCircle } from "@/components/ui/icons";

/** Says that an action is under way. Only for actions: content that loads has a skeleton. */
export function Spinner({ size = 18 }: { size?: number }) {
  return <LoaderCircle aria-hidden size={size} className="animate-spin motion-reduce:animate-none" />;
}
