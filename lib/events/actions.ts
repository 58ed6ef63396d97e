"use server";

import { withTenantAuth } from "@/lib/actions/with-tenant-auth";
import { createEvent } from "./mutations";
import { createEventSchema } from "./schemas";

export const createEventAction = withTenantAuth({
  permission: "event.create",
  input: createEventSchema,
  run: createEvent,
});
