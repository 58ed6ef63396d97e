import { withViewerApi } from "@/lib/actions/with-api";
import { nothing } from "@/lib/auth/schemas";
import { issueTicket } from "@/lib/realtime/queries";

/** `POST /api/v1/realtime`: what a page of the network needs to listen to its person's topics, for five minutes. */
export const POST = withViewerApi({
  rate: "listen",
  input: nothing,
  run: ({ viewer }) => issueTicket({ userId: viewer.id, sessionId: viewer.session_id }),
});
