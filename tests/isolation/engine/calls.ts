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
  share: string;
  notification: string;
  export: string;
  journey: string;
  activity: string;
  word: string;
  recommendation: string;
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
  share: "00000000-0000-7000-8000-000000000010",
  notification: "00000000-0000-7000-8000-000000000011",
  export: "00000000-0000-7000-8000-000000000013",
  journey: "00000000-0000-7000-8000-000000000012",
  activity: "00000000-0000-7000-8000-000000000013",
  word: "00000000-0000-7000-8000-000000000014",
  recommendation: "00000000-0000-7000-8000-000000000015",
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
    share: idOf("share", at, "travel"),
    notification: idOf("notification", at, "moderator"),
    export: idOf("export", at, "keeper"),
    journey: idOf("journey", at, "plan"),
    activity: idOf("activity", at, "walk"),
    word: idOf("word", at, "hello"),
    recommendation: idOf("recommendation", at, "fair"),
  };
}

/** How each function of the exposed schema is called with the ids of somebody else. */
export const callsWithIds: Readonly<Record<string, (n: Names) => string>> = {
  accept_recommendations: (n) =>
    `public.accept_recommendations(array['${n.recommendation}']::uuid[], '${n.journey}')`,
  give_recommendations: (n) =>
    `public.give_recommendations(null, 'rules', '[{"kind": "event", "tenant_id": "${n.tenant}", "id": "${n.event}"}]')`,
  recommendation_input: (n) => `public.recommendation_input('${n.journey}')`,
  recommendation_texts: (n) =>
    `public.recommendation_texts('{event}', array['${n.tenant}']::uuid[], array['${n.event}']::uuid[])`,
  tell_recommendations: (n) =>
    `public.tell_recommendations(array['${n.recommendation}']::uuid[], 'dismissed')`,
  unaccept_recommendation: (n) => `public.unaccept_recommendation('${n.recommendation}')`,
  add_activities: (n) =>
    `public.add_activities('${n.journey}', '[{"kind": "free", "title": "x", "id": "${n.activity}"}]')`,
  change_activity: (n) => `public.change_activity('${n.journey}', '${n.activity}', 1, '{"state": "done"}')`,
  change_journey: (n) => `public.change_journey('${n.journey}', 1, '{"title": "x"}')`,
  comment_journey: (n) => `public.comment_journey('${n.journey}', '${n.word}', 'x', '${n.activity}')`,
  // What it is to hold may come from a community.
  create_journey: (n) =>
    `public.create_journey('{"title": "x", "time_zone": "UTC"}',
      '[{"kind": "event", "source_tenant_id": "${n.tenant}", "source_id": "${n.event}"}]') is not null`,
  delete_journey: (n) => `public.delete_journey('${n.journey}')`,
  duplicate_journey: (n) => `public.duplicate_journey('${n.journey}', '${n.word}', 'x')`,
  follow_source: (n) => `public.follow_source('${n.journey}', '${n.activity}', 1)`,
  companion_choices: (n) => `public.companion_choices('${n.journey}', 'fa')`,
  invite_companion: (n) => `public.invite_companion('${n.journey}', '${n.person}', 'editor')`,
  withdraw_companion: (n) => `public.withdraw_companion('${n.journey}', '${n.person}')`,
  invitation_to_me: (n) => `public.invitation_to_me('${n.journey}')`,
  answer_companion: (n) => `public.answer_companion('${n.journey}', true)`,
  invite_to_journey: (n) => `public.invite_to_journey('${n.journey}', repeat('e', 64), 'editor')`,
  join_journey: (n) => `public.join_journey('${n.code}')`,
  journey_calendar: (n) => `public.journey_calendar('${n.journey}', repeat('e', 64))`,
  journey_invitation: (n) => `public.journey_invitation('${n.code}')`,
  journey_page: (n) => `public.journey_page('${n.journey}')`,
  remove_activity: (n) => `public.remove_activity('${n.journey}', '${n.activity}')`,
  remove_journey_comment: (n) => `public.remove_journey_comment('${n.journey}', '${n.word}')`,
  revoke_journey_invite: (n) => `public.revoke_journey_invite('${n.journey}', '${n.word}')`,
  set_companion: (n) => `public.set_companion('${n.journey}', '${n.person}', 'editor')`,
  set_journey_calendar: (n) => `public.set_journey_calendar('${n.journey}', repeat('f', 64))`,
  vote_activity: (n) => `public.vote_activity('${n.journey}', '${n.activity}', 1)`,
  mark_notifications_read: (n) =>
    `public.mark_notifications_read(array['${n.notification}']::uuid[], '${n.tenant}')`,
  mute_notifications: (n) => `public.mute_notifications('${n.tenant}', 'good')`,
  my_notifications: (n) => `public.my_notifications('all', '${n.slug}')`,
  read_post_notices: (n) => `public.read_post_notices('${n.tenant}', '${n.post}', 'infinity')`,
  open_notification: (n) => `public.open_notification('${n.notification}')`,
  begin_member_export: (n) => `public.begin_member_export('${n.tenant}', '${n.session}')`,
  // As with claims: a guess, whatever there is.
  accept_invitation: (n) => `public.accept_invitation('${n.code}')`,
  create_invitations: (n) => `public.create_invitations('${n.tenant}', array[repeat('e', 64)])`,
  invitation_page: (n) => `public.invitation_page('${n.code}')`,
  list_invitations: (n) => `public.list_invitations('${n.tenant}')`,
  remove_samples: (n) => `public.remove_samples('${n.tenant}')`,
  revoke_invitation: (n) => `public.revoke_invitation('${n.tenant}', '${n.invitation}')`,
  accept_rules: (n) => `public.accept_rules('${n.tenant}', 1)`,
  answer_connection: (n) => `public.answer_connection('${n.tenant}', '${n.tenant}', true)`,
  answer_share: (n) => `public.answer_share('${n.tenant}', '${n.share}', true, 1, 'en')`,
  claim_member: (n) => `public.claim_member('${n.tenant}', '${n.code}')`,
  community_connections_page: (n) => `public.community_connections_page('${n.tenant}')`,
  community_feed: (n) => `public.community_feed('${n.tenant}')`,
  community_home: (n) => `public.community_home('${n.tenant}')`,
  community_sitemap: (n) => `public.community_sitemap('${n.tenant}')`,
  create_member_claim: (n) => `public.create_member_claim('${n.tenant}', '${n.placeholder}', 'hash')`,
  directory: (n) => `public.directory('${n.slug}')`,
  end_connection: (n) => `public.end_connection('${n.tenant}', '${n.tenant}')`,
  end_my_session: (n) => `public.end_my_session('host', '${n.session}')`,
  export_members: (n) => `public.export_members('${n.tenant}', '${n.session}')`,
  find_people: (n) => `public.find_people('${n.tenant}')`,
  feed_news: (n) => `public.feed_news('${n.tenant}', '-infinity', '00000000-0000-0000-0000-000000000000')`,
  join_community: (n) => `public.join_community('${n.tenant}')`,
  keep_feed_view: (n) => `public.keep_feed_view('${n.tenant}', 'active', now())`,
  leave_community: (n) => `public.leave_community('${n.tenant}')`,
  my_exports: (n) => `public.my_exports('${n.slug}')`,
  // A new one has an id of its own each time.
  request_export: (n) => `public.request_export('${n.slug}') is not null`,
  cancel_export: (n) => `public.cancel_export('${n.export}')`,
  find_export: (n) => `public.find_export('${n.export}')`,
  open_export: (n) => `public.open_export('${n.export}')`,
  request_account_deletion: (n) =>
    `public.request_account_deletion('keep', jsonb_build_object('${n.tenant}', 'keep')) is not null`,
  leave_preview: (n) => `public.leave_preview('${n.slug}')`,
  list_members: (n) => `public.list_members('${n.tenant}')`,
  my_face: (n) => `public.my_face('${n.tenant}')`,
  save_face: (n) =>
    `public.save_face('${n.tenant}', 'x', '', true, true, '', 'members', '{}', 'members', '{}', 'members')`,
  member_page: (n) => `public.member_page('${n.tenant}', '${n.person}')`,
  pause_connection: (n) => `public.pause_connection('${n.tenant}', '${n.tenant}', true)`,
  pin_post: (n) => `public.pin_post('${n.tenant}', '${n.post}', true)`,
  platform_communities: (n) => `public.platform_communities('${n.slug}')`,
  propose_connection: (n) => `public.propose_connection('${n.tenant}', '${n.slug}')`,
  public_events: (n) => `public.public_events('${n.tenant}', '${n.event}')`,
  public_post: (n) => `public.public_post('${n.tenant}', '${n.post}')`,
  public_posts: (n) => `public.public_posts('${n.tenant}')`,
  post_history: (n) => `public.post_history('${n.tenant}', '${n.post}', '${n.comment}')`,
  post_page: (n) => `public.post_page('${n.tenant}', '${n.post}', '${n.comment}')`,
  remove_comment: (n) => `public.remove_comment('${n.tenant}', '${n.comment}')`,
  remove_post: (n) => `public.remove_post('${n.tenant}', '${n.post}')`,
  remove_revision: (n) => `public.remove_revision('${n.tenant}', '${n.revision}')`,
  rename_community: (n) => `public.rename_community('${n.tenant}', 'fresh-name')`,
  review_share: (n) => `public.review_share('${n.tenant}', '${n.share}', true)`,
  revoke_share: (n) => `public.revoke_share('${n.tenant}', '${n.share}')`,
  saved_posts: (n) => `public.saved_posts('${n.tenant}')`,
  set_community_status: (n) => `public.set_community_status('${n.tenant}', 'suspended', 'because')`,
  set_face_avatar: (n) => `public.set_face_avatar('${n.tenant}', null)`,
  set_logo: (n) => `public.set_logo('${n.tenant}', null)`,
  set_member: (n) => `public.set_member('${n.tenant}', '${n.person}', 'member', 'suspended')`,
  settle_in: (n) => `public.settle_in('${n.tenant}')`,
  share_choices: (n) => `public.share_choices('${n.slug}', '${n.post}', '${n.share}')`,
  share_panel: (n) => `public.share_panel('${n.tenant}', '${n.post}')`,
  shared_post: (n) => `public.shared_post('${n.tenant}', '${n.share}', '${n.comment}')`,
  share_post: (n) => `public.share_post('${n.tenant}', '${n.post}', '${n.tenant}')`,
  mute_community: (n) => `public.mute_community('${n.tenant}', 'good')`,
  pin_communities: (n) => `public.pin_communities(array['${n.tenant}']::uuid[])`,
  remove_feed_view: (n) => `public.remove_feed_view('${n.session}')`,
  // A new view has an id of its own each time.
  save_feed_view: (n) => `public.save_feed_view('x', array['${n.slug}']) is not null`,
  why_shown: (n) => `public.why_shown('${n.tenant}', '${n.post}')`,
  unified_news: (n) => `public.unified_news('-infinity', array['${n.slug}'])`,
  unified_feed: (n) => `public.unified_feed(p_tenants => array['${n.tenant}']::uuid[])`,
  unified_page: (n) => `public.unified_page(p_slugs => array['${n.slug}'], p_before => 'infinity')`,
  waiting_shares: (n) => `public.waiting_shares('${n.tenant}')`,
  writing_audience: (n) =>
    `public.writing_audience('${n.tenant}', '${n.post}', null, array['${n.person}']::uuid[])`,
};

/** Functions that answer the same person the same, whatever exists elsewhere. */
export const callsWithoutIds: readonly string[] = [
  "list_my_sessions",
  "account_deletion",
  "cancel_account_deletion",
  "journey_sources",
  "my_communities",
  "my_journeys_page",
  "notification_counts",
  "my_shares",
  "network_home",
  "set_my_avatar",
  "switcher",
];

/** Functions about addresses, which are one pool for the whole network; see slugs.test.ts. */
export const callsAboutSlugs: readonly string[] = ["create_community", "slug_is_free"];

/** Functions for the app itself. */
export const serverCalls: Readonly<Record<string, (n: Names) => string>> = {
  ai_admit: (n) => `public.ai_admit('{near}', array['${n.tenant}']::uuid[], '{10}', 100)`,
  ai_settle: (n) =>
    `public.ai_settle(current_date, array['${n.tenant}']::uuid[], '{-5}', '{near}', '{0}', '{answered}')`,
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
  "public.my_journeys_page()",
  "public.recommendation_input()",
  "public.recommendation_texts('{}', '{}', '{}')",
  "public.give_recommendations(null, 'rules', '[]')",
  "public.tell_recommendations('{}', 'shown')",
  `public.unaccept_recommendation('${nothing.recommendation}')`,
  "public.journey_sources('fa')",
  `public.journey_page('${nothing.journey}')`,
  `public.invitation_to_me('${nothing.journey}')`,
  `public.journey_invitation(repeat('e', 64))`,
  `public.create_journey('{"title": "Mine", "time_zone": "UTC"}')`,
  "public.my_notifications()",
  "public.mark_notifications_read()",
  `public.open_notification('${nothing.notification}')`,
  "public.unified_news('-infinity')",
  "public.switcher()",
  "public.pin_communities('{}')",
  "public.save_feed_view('Mine')",
  `public.remove_feed_view('${nothing.session}')`,
  `public.why_shown('${nothing.tenant}', '${nothing.post}')`,
  "public.saved_posts()",
  "public.my_communities()",
  "public.directory()",
  "public.network_home()",
  "public.list_my_sessions()",
  "public.leave_preview('no-such-place')",
  "public.account_deletion()",
  "public.my_exports()",
  "public.request_export()",
  "public.set_my_avatar(null)",
  `public.end_my_session('host', '${nothing.session}')`,
  `public.end_my_session('network', '${nothing.session}')`,
];
