/** What a grant lets the other community do: read; read and answer; both, and hand it on. */
export const SHARE_SCOPES = ["view", "comment", "reshare"] as const;
export type ShareScope = (typeof SHARE_SCOPES)[number];

/** asked: the author has not answered; waiting: the moderators there have not. The last three are final. */
export const SHARE_STATES = ["asked", "waiting", "active", "declined", "revoked", "ended"] as const;
export type ShareState = (typeof SHARE_STATES)[number];

/** Why a post may not go somewhere, as `share_obstacle` and `share_choices` name it. */
export const SHARE_OBSTACLES = [
  "narrow_audience",
  "no_reshare",
  "home_keeps_posts",
  "target_takes_none",
  "not_connected",
  "connection_paused",
  "wrong_direction",
  "scope_too_wide",
  "declined_lately",
] as const;
export type ShareObstacle = (typeof SHARE_OBSTACLES)[number];

/** How long a share lasts: days, or without an end. */
export const SHARE_DAYS = [0, 7, 30, 90] as const;
export type ShareDays = (typeof SHARE_DAYS)[number];
