/** Where posts may go under a connection, seen from one's own community. */
export const DIRECTIONS = ["both", "out", "in"] as const;

/** Whether posts may leave a community, or come: never, where there is a connection, always. */
export const SHARING_DOORS = ["nobody", "connected", "anyone"] as const;

/** Whose posts moderators look at before they are shown. */
export const SHARING_REVIEWS = ["none", "unconnected", "all"] as const;
