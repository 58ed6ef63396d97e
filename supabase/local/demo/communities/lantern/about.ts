import { md } from "../../write.ts";

export const description = md`
  Ten people reading one long book at a time, about ten pages a day, and writing to each other about it in the evening.

  There is no schedule to fall behind. If you stop for a month, the rest of us are still in the same house, a few rooms on.

  We take in a new reader when one of us has somebody in mind, and everyone else has said yes.
`;

export const rules = md`
  1. Say where you are in the book before you say anything about it.
  2. Nobody has to finish.
  3. You may dislike it. Tell us on which page.
  4. What we tell each other here about our own lives is not literature. Do not quote it anywhere.
  5. Letters are answered, even if late. Late is fine.
`;
