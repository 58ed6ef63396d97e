/** By which a shortcut finds what opens the list of one's communities. */
export const SWITCHER_ID = "community-switcher";
