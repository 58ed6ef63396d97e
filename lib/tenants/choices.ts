export const PRIVACIES = ["public", "private", "secret"] as const;
export const JOIN_POLICIES = ["open", "request", "invite"] as const;
export const TENANT_STATUSES = ["active", "suspended", "moving", "deleted"] as const;
