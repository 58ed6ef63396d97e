import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { withTenantApi } from "@/lib/actions/with-api";
import { exportMembers } from "@/lib/memberships/export";

const COLUMNS = ["name", "role", "joined", "seen", "city", "skills", "interests", "listed"] as const;

/** `POST /api/v1/members/export`: all members as a CSV file, for admins. A form may send it. */
export const POST = withTenantApi({
  permission: "member.export",
  rate: "takeaway",
  input: z.strictObject({}),
  file: true,
  run: async (ctx) => {
    const t = await getTranslations("members");
    const csv = await exportMembers(ctx, {
      columns: COLUMNS.map((column) => t(`csv.${column}`)),
      roles: {
        owner: t("role.owner"),
        admin: t("role.admin"),
        moderator: t("role.moderator"),
        member: t("role.member"),
      },
      yes: t("csv.yes"),
      no: t("csv.no"),
    });
    const day = new Date().toISOString().slice(0, 10);
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${ctx.tenant.slug}-members-${day}.csv"`,
      },
    });
  },
});
