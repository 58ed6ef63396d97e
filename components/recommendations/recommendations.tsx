import { Messages } from "@/components/providers/messages";
import { Panel } from "./panel";

interface RecommendationsProps {
  /** The journey that it is for; null for none. */
  journey: string | null;
  /** The person's own zone, for a journey that is begun here. */
  zone: string | null;
}

/** What somebody might do next, from their communities. */
export function Recommendations({ journey, zone }: RecommendationsProps) {
  return (
    <Messages of={["recommendations"]}>
      <Panel journey={journey} zone={zone} />
    </Messages>
  );
}
