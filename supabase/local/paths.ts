import path from "node:path";

/** Folder of the project, with package.json and supabase/. */
export const projectRoot = path.resolve(import.meta.dirname, "../..");

/** Folder of the SQL migrations, applied in name order. */
export const migrationsDir = path.join(projectRoot, "supabase/migrations");

/** Folder of the e-mail templates shared with the full Supabase. */
export const templatesDir = path.join(projectRoot, "supabase/templates");

/** Where the embedded stack keeps its data unless the database user cannot reach it. */
export const defaultStateDir = path.join(projectRoot, "supabase/.local");
