/** What a page needs to listen: where, with which key, as whom, and for how many seconds that holds. */
export interface Ticket {
  /** Address of the Supabase API as browsers reach it, without a slash at the end. */
  url: string;
  /** The project's publishable key. */
  key: string;
  token: string;
  seconds: number;
}
