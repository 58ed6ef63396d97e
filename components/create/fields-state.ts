import type { CommunityDraft } from "@/lib/tenants/create-draft";

/** What the fields of founding begin with and what was wrong with them. */
export interface FieldsState {
  draft: CommunityDraft;
  /** By the field's name. */
  errors?: Readonly<Record<string, string>>;
  value: (name: string, initial?: string) => string;
}
