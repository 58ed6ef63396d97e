import type { Weakening } from "./kinds.ts";

type Change = readonly [from: string, to: string];

const media: readonly Change[] = [
  ["and m.owner_id = auth.uid()", ""],
  ["m.id = p_media and m.removed_at is null", "m.id = p_media"],
  ["and p.deleted_at is null", ""],
  ["p.stream_id = any (streams)", "true"],
  ["p.visibility = 'public'", "true"],
  ["and c.deleted_at is null", ""],
  ["c.stream_id = any (streams)", "true"],
  ["else c.is_public", "else true"],
  ["private.lane_is_open(c.tenant_id, c.lane_of, c.post_id)", "true"],
];

const avatar: readonly Change[] = [
  ["p_person = auth.uid() and", ""],
  ["m.avatar_path = p_path and (m.tenant_id", "(m.tenant_id"],
  ["m.tenant_id = any (mine) or m.tenant_id = host", "true"],
  ["s.author_id = p_person and", ""],
];

const logo: readonly Change[] = [
  ["my_tenants_as('admin')", "my_tenants_as('member')"],
  ["t.logo_path = p_path and", ""],
  ["t.status = 'active' and", ""],
  ["coalesce(bound, t.id) = t.id", "true"],
  ["t.privacy <> 'secret' and", ""],
  ["m.user_id = auth.uid()", "true"],
  ["and m.status in ('active', 'invited')", ""],
];

const owned: readonly Change[] = [
  ["and m.owner_id = auth.uid()", ""],
  ["and m.removed_at is null", ""],
];

const of = (helper: string, changes: readonly Change[], table = "storage.objects"): Weakening[] =>
  changes.map(([from, to]) => ({ helper, from, to, table }));

/** What lets a file or a lane be read, each with one condition less. */
export const fileConditions: readonly Weakening[] = [
  ...of("private.may_read_media(uuid,uuid)", media),
  ...of("private.may_see_avatar(text,uuid,text)", avatar),
  ...of("private.may_see_logo(uuid,text)", logo),
  ...of("private.owns_media(text,text)", owned),
  ...of("private.reads_shared(uuid,uuid[])", [["s.target_tenant_id = any (mine)", "true"]]),
  ...of("private.may_sweep_file(text,text)", [["private.token_scope() = 'server' and", ""]]),
  ...of(
    "private.lane_is_open(uuid,uuid,uuid)",
    [["exists (select 1 from private.live_shares(array[p_home], array[p_post], array[p_tenant]))", "true"]],
    "public.post_comments",
  ),
];
