import { requireViewer } from "@/lib/actions/contexts";
import { withTenantApi } from "@/lib/actions/with-api";
import { nothing } from "@/lib/auth/schemas";
import { issueTicket } from "@/lib/realtime/queries";

/** `POST /api/v1/realtime`: what a page needs to listen to this community's topics alone, for five minutes. */
export const POST = withTenantApi({
  permission: "realtime.listen",
  rate: "listen",
  input: nothing,
  run: (ctx) => {
    const { viewer, tenant } = requireViewer(ctx);
    const { id: userId, session_id: sessionId, host_session_id: hostSessionId } = viewer;
    return issueTicket({ userId, sessionId, hostSessionId, tenantId: tenant.id });
  },
});
