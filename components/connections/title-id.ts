/** Where the focus goes when a line has left its list. */
export const CONNECTIONS_TITLE_ID = "sharing-settings";
