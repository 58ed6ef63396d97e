import { z } from "zod";
import { withGuestApi } from "@/lib/actions/with-api";
import { seeOther } from "@/lib/auth/handoff";
import { parseReturnPath } from "@/lib/tenancy/links";

/**
 * Pages come here when the sign-in is past its hour, since they cannot write cookies. The wrapper has renewed it by
 * now; a sign-in that is over goes on as a visitor.
 */
export const GET = withGuestApi({
  rate: "handoff",
  input: z.object({ next: z.string().max(4096).default("/") }),
  run: async (_ctx, { next }) => seeOther(parseReturnPath(next)),
});
