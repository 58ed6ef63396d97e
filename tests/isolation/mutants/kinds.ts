/** One small change of the schema that the matrix or a gate must notice. */
export type Mutant = {
  kind: string;
  /** The table whose rows the change can reach; without it the whole matrix is run. */
  table?: string;
  sql: string;
  /** The change shows in what is written: rows are planted after it. */
  writes?: boolean;
};

/** One condition less in a function; `to` takes the place of `from`. */
export type Weakening = Pick<Mutant, "table" | "writes"> & { helper: string; from: string; to: string };

export const apiRoles = ["anon", "authenticated", "service_role"] as const;

export type Verdict = {
  mutant: Mutant;
  killedBy: "matrix" | "gates" | "both" | "error" | null;
  evidence: string;
};

/** Mutants that change nothing anybody could notice, each with its reason. */
export const equivalentMutants: Readonly<Record<string, string>> = {
  "alter policy post_comments_insert_authors on public.post_comments with check ((tenant_id = ANY (( SELECT private.my_tenants() AS my_tenants)::uuid[])) and (author_id = ( SELECT auth.uid() AS uid)))":
    "the trigger that places a comment takes the stream from the post and refuses whoever does not read it",
};
