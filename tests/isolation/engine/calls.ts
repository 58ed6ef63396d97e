import { type Community, idOf, personOf } from "./cast.ts";

/** Ids that a caller might name: those of a real community, or of nothing. */
export type Names = {
  tenant: string;
  slug: string;
  post: string;
  comment: string;
  event: string;
  revision: string;
  invitation: string;
  person: string;
  placeholder: string;
  code: string;
  session: string;
};

const absent = (n: number) => `00000000-0000-7000-8000-00000000000${n}`;

/** Names of what is nowhere. */
export const nothing: Names = {
  tenant: absent(1),
  slug: "no-such-place",
  post: absent(2),
  comment: absent(3),
  person: absent(4),
  placeholder: absent(5),
  code: "no-such-code",
  session: absent(6),
  event: absent(7),
  revision: absent(8),
  invitation: absent(9),
};

/** Names of what is in a community. */
export function namesIn(at: Community): Names {
  return {
    tenant: at.id,
    slug: `fixture-${at.key}`,
    post: idOf("post", at, "public"),
    comment: idOf("comment", at, "on-public"),
    event: idOf("event", at, "fair"),
    revision: idOf("revision", at, "public"),
    invitation: idOf("invitation", at, "live"),
    person: personOf(at, "member"),
    placeholder: personOf(at, "keeper"),
    // Whoever holds a claim's code may know of the community; everybody else guesses.
    code: `guess-${at.key}`,
    session: idOf("session", at, "member"),
  };
}

/** How each function of the exposed schema is called with the ids of somebody else. */
export const callsWithIds: Readonly<Record<string, (n: Names) => string>> = {
  begin_member_export: (n) => `public.begin_member_export('${n.tenant}', '${n.session}')`,
  // As with claims: a guess, whatever there is.
  accept_invitation: (n) => `public.accept_invitation('${n.code}')`,
  create_invitations: (n) => `public.create_invitations('${n.tenant}', array[repeat('e', 64)])`,
  invitation_page: (n) => `public.invitation_page('${n.code}')`,
  list_invitations: (n) => `public.list_invitations('${n.tenant}')`,
  remove_samples: (n) => `public.remove_samples('${n.tenant}')`,
  revoke_invitation: (n) => `public.revoke_invitation('${n.tenant}', '${n.invitation}')`,
  accept_rules: (n) => `public.accept_rules('${n.tenant}', 1)`,
  claim_member: (n) => `public.claim_member('${n.tenant}', '${n.code}')`,
  community_feed: (n) => `public.community_feed('${n.tenant}')`,
  community_home: (n) => `public.community_home('${n.tenant}')`,
  community_sitemap: (n) => `public.community_sitemap('${n.tenant}')`,
  create_member_claim: (n) => `public.create_member_claim('${n.tenant}', '${n.placeholder}', 'hash')`,
  directory: (n) => `public.directory('${n.slug}')`,
  end_my_session: (n) => `public.end_my_session('host', '${n.session}')`,
  export_members: (n) => `public.export_members('${n.tenant}', '${n.session}')`,
  find_people: (n) => `public.find_people('${n.tenant}')`,
  feed_news: (n) => `public.feed_news('${n.tenant}', '-infinity', '00000000-0000-0000-0000-000000000000')`,
  join_community: (n) => `public.join_community('${n.tenant}')`,
  keep_feed_view: (n) => `public.keep_feed_view('${n.tenant}', 'active', now())`,
  leave_community: (n) => `public.leave_community('${n.tenant}')`,
  list_members: (n) => `public.list_members('${n.tenant}')`,
  my_face: (n) => `public.my_face('${n.tenant}')`,
  save_face: (n) =>
    `public.save_face('${n.tenant}', 'x', '', true, true, '', 'members', '{}', 'members', '{}', 'members')`,
  member_page: (n) => `public.member_page('${n.tenant}', '${n.person}')`,
  pin_post: (n) => `public.pin_post('${n.tenant}', '${n.post}', true)`,
  platform_communities: (n) => `public.platform_communities('${n.slug}')`,
  public_events: (n) => `public.public_events('${n.tenant}', '${n.event}')`,
  public_post: (n) => `public.public_post('${n.tenant}', '${n.post}')`,
  public_posts: (n) => `public.public_posts('${n.tenant}')`,
  post_history: (n) => `public.post_history('${n.tenant}', '${n.post}', '${n.comment}')`,
  post_page: (n) => `public.post_page('${n.tenant}', '${n.post}', '${n.comment}')`,
  remove_comment: (n) => `public.remove_comment('${n.tenant}', '${n.comment}')`,
  remove_post: (n) => `public.remove_post('${n.tenant}', '${n.post}')`,
  remove_revision: (n) => `public.remove_revision('${n.tenant}', '${n.revision}')`,
  rename_community: (n) => `public.rename_community('${n.tenant}', 'fresh-name')`,
  saved_posts: (n) => `public.saved_posts('${n.tenant}')`,
  set_community_status: (n) => `public.set_community_status('${n.tenant}', 'suspended', 'because')`,
  set_face_avatar: (n) => `public.set_face_avatar('${n.tenant}', null)`,
  set_logo: (n) => `public.set_logo('${n.tenant}', null)`,
  set_member: (n) => `public.set_member('${n.tenant}', '${n.person}', 'member', 'suspended')`,
  settle_in: (n) => `public.settle_in('${n.tenant}')`,
  unified_feed: (n) => `public.unified_feed(p_tenants => array['${n.tenant}']::uuid[])`,
  unified_page: (n) => `public.unified_page(p_slugs => array['${n.slug}'], p_before => 'infinity')`,
  writing_audience: (n) =>
    `public.writing_audience('${n.tenant}', '${n.post}', null, array['${n.person}']::uuid[])`,
};

/** Functions that answer the same person the same, whatever exists elsewhere. */
export const callsWithoutIds: readonly string[] = [
  "list_my_sessions",
  "my_communities",
  "network_home",
  "set_my_avatar",
];

/** Functions about addresses, which are one pool for the whole network; see slugs.test.ts. */
export const callsAboutSlugs: readonly string[] = ["create_community", "slug_is_free"];

/** Functions for the app itself. */
export const serverCalls: Readonly<Record<string, (n: Names) => string>> = {
  community_domain: (n) => `public.community_domain('${n.slug}')`,
  end_all_sessions: (n) => `public.end_all_sessions('${n.person}')`,
  end_host_session: () => "public.end_host_session('session-hash')",
  issue_handoff: (n) =>
    `public.issue_handoff('${n.person}', '${n.session}', '${n.slug}', 'host.example', 'code', 'nonce', '/')`,
  network_sitemap: (n) => `public.network_sitemap('${n.slug}')`,
  redeem_handoff: (n) => `public.redeem_handoff('${n.code}', 'host.example', 'nonce', 'hash', null, null)`,
  request_context: (n) => `public.request_context('${n.slug}', '${n.slug}.example')`,
};

/** Functions that only a token of the network host may call. */
export const networkCalls: readonly string[] = [
  "public.create_community('fresh-name', 'Fresh')",
  "public.slug_is_free('fresh-name')",
  "public.unified_feed()",
  "public.unified_page()",
  "public.saved_posts()",
  "public.my_communities()",
  "public.directory()",
  "public.network_home()",
  "public.list_my_sessions()",
  "public.set_my_avatar(null)",
  `public.end_my_session('host', '${nothing.session}')`,
  `public.end_my_session('network', '${nothing.session}')`,
];
