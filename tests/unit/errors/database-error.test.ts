import { describe, expect, it } from "vitest";
import { fromDatabase } from "@/lib/errors/database-error";

describe("fromDatabase", () => {
  it.each([
    [{ code: "P0001", message: "conflict:slug_unavailable" }, 400, "conflict", "slug_unavailable"],
    [{ code: "42501", message: "not_found:post" }, 403, "not_found", "post"],
    [
      { code: "42501", message: 'new row violates row-level security policy for table "posts"' },
      403,
      "forbidden",
      "not_allowed",
    ],
    [{ code: "23505", message: "duplicate key value" }, 409, "conflict", "already_exists"],
    [{ code: "23503", message: "violates foreign key" }, 409, "not_found", "missing_reference"],
    [
      { code: "57014", message: "canceling statement due to statement timeout" },
      500,
      "unavailable",
      "too_slow",
    ],
    [{ code: "08006", message: "connection failure" }, 503, "unavailable", "database_down"],
    [{ code: "57P03", message: "the database system is starting up" }, 500, "unavailable", "database_down"],
    [{ code: "PGRST002", message: "could not query" }, 503, "unavailable", "database_down"],
    [{ code: "", message: "TypeError: fetch failed" }, 0, "unavailable", "database_down"],
    // The app's own token was refused: a wrong key or clock, and nothing that signing in again would mend.
    [{ code: "PGRST301", message: "JWSError JWSInvalidSignature" }, 401, "unavailable", "database_down"],
    [{ code: "PGRST303", message: "JWT expired" }, 401, "unavailable", "database_down"],
    [
      { code: "XX000", message: "cache lookup failed for relation secret_table" },
      500,
      "internal",
      "unexpected",
    ],
    [{ code: "P0001", message: "internal:leak" }, 400, "internal", "unexpected"],
  ])("%j with status %i", (failure, status, code, reason) => {
    expect(fromDatabase(failure, status)).toMatchObject({ code, reason });
  });

  it("keeps the database's words out of what a person reads", () => {
    const error = fromDatabase({ code: "XX000", message: "relation secret_table" }, 500);
    expect(error.reason).not.toContain("secret");
    expect(error.message).toContain("secret_table");
  });
});
