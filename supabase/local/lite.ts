import "./lite-switches.ts";

// The one door to the package: whoever came by another could load it before its switches are set.
export { App, getAuthSchemaSql, getStorageSchemaSql } from "@supabase/lite";
export { createPostgresConnection, type PostgresConnection } from "@supabase/lite/postgres";
