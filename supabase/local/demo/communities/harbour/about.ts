import { md } from "../../write.ts";

export const description = md`
  We row wooden gigs and one coastal quad on the tidal Orle at Wrackham, from the old salt store beside the lower slip. There are sixty-odd of us between fourteen and seventy-six. About half had never sat in a boat before.

  The tide decides when we go out. Mostly it decides on dawn. Afterwards there is tea, and from time to time one of Yusuf's trays.

  - **Kittiwake**, six oars and a cox, larch on oak, built here
  - **Patience**, six oars and a cox, heavier, kinder
  - **Second Wind**, a coastal quad with opinions
  - Three skiffs for learning in

  Ask to join and somebody will write back to arrange a first outing. You need to be able to swim fifty metres in your clothes. You do not need to be fit, that part arrives later.
`;

export const rules = md`
  1. The cox decides. The water safety officer may overrule the cox. The tide overrules everyone.
  2. Sign out before you launch, sign in when you are back. A boat that is not signed in is a boat we are looking for.
  3. Say what is broken. Nobody has ever been told off for breaking something here, only for putting it back on the rack in silence.
  4. Argue about rowing as hard as you like, and about rowers not at all.
  5. What is said in the boat about somebody's marriage stays in the boat.
`;
