import type { DemoPost } from "../../types.ts";
import { ago, comment, md } from "../../write.ts";

export const posts: readonly DemoPost[] = [
  {
    key: "shop-rules",
    author: "bram",
    title: "Shop rules, such as they are",
    tags: ["start-here"],
    kind: "announcement",
    visibility: "public",
    pinned: true,
    minutesAgo: ago(188, 4),
    likes: ["marisol", "camilo", "piotr"],
    body: md`
      - Hot metal looks exactly like cold metal. Assume.
      - Loose sleeves at the loom, never at the anvil.
      - Whoever finishes the tea makes the tea.
      - Put the good shears back. **They have never cut paper and they are not going to.**
      - Price your hours. If you cannot, ask Marisol, who can.
    `,
    comments: [
      comment("piotr", ago(187, 2), "Are we allowed to sharpen the good shears?", [
        comment("marisol", ago(186, 20), "We are allowed to ask."),
      ]),
    ],
  },
  {
    key: "selvedge",
    author: "marisol",
    title: "Why your selvedge wanders",
    tags: ["weaving"],
    visibility: "public",
    minutesAgo: ago(131, 11),
    likes: ["wren", "priya", "ximena"],
    body: md`
      It is nearly always one of four things.

      | It does this | Because | So |
      | --- | --- | --- |
      | draws in steadily | the weft is laid in flat | give it an arc, a hand high |
      | wavers | you throw harder with one hand | count aloud, it evens out |
      | frays | the outer ends are slack | hang them over the back with a weight |
      | is perfect for a yard, then goes | you stopped paying attention | have lunch |

      I weave the first hand's breadth of every cloth twice, and cut it off. It is the price of the rest.
    `,
    comments: [comment("wren", ago(130, 5), "Row four applies to sewing a book, word for word.")],
  },
  {
    key: "hinges",
    author: "bram",
    title: "A pair of strap hinges, start to finish",
    tags: ["smithing"],
    visibility: "public",
    edited: true,
    minutesAgo: ago(97, 9),
    likes: ["piotr", "keoni", "camilo", "wren"],
    body: md`
      Somebody asked what takes the time. The forging is the short part.

      1. Two bars, 40 by 6, drawn down over a third of their length
      2. Eyes rolled round a cold pin, one turn and a breath more
      3. Forge-welded, or the eye opens in ten years and the gate falls on a sheep
      4. Holes punched hot, from the face, finished from the back
      5. Flattened, wire-brushed, waxed while you can just not hold it

      Forging, three hours. Finding the second one to match the first, four.
    `,
    comments: [
      comment("keoni", ago(96, 8), "What do you use against salt? Mine live on boats.", [
        comment("bram", ago(96, 3), "Nothing that works. Wax every winter, and somebody who loves the boat."),
      ]),
    ],
  },
  {
    key: "offcuts",
    author: "camilo",
    tags: ["swap"],
    visibility: "members",
    minutesAgo: ago(73, 6),
    likes: ["piotr", "bram"],
    body: "I have spruce offcuts, quarter sawn, too short for a guitar and too good for the stove. They would make bridges, boxes, or the bottom of somebody's first boat model. Postage only.",
    comments: [
      comment("piotr", ago(72, 22), "First boat model here. My niece is nine and has requirements."),
      comment(
        "ximena",
        ago(72, 3),
        "If there is a piece as long as a hand I would make a last from it, for a very small foot.",
      ),
    ],
  },
  {
    key: "market-table",
    author: "priya",
    title: "One table at the market, shared",
    tags: ["selling"],
    visibility: "members",
    minutesAgo: ago(55, 10),
    likes: ["marisol", "bram", "keoni"],
    body: md`
      I kept the book for the last three. Per table, averaged:

      - 41 people stop
      - 17 pick something up
      - 9 ask whether we made it ourselves
      - 6 buy

      Everyone who bought had been told **how long it took**. Put the hours on the label, not only the price.

      - [x] Cloth for the table
      - [ ] Labels with hours
      - [ ] Somebody who is not shy
    `,
    comments: [
      comment(
        "marisol",
        ago(55, 2),
        'I was against the labels. Then a man read "sixty-one hours", put the scarf down, walked round the market and came back for it. I am for the labels.',
      ),
    ],
  },
  {
    key: "the-name",
    author: "bram",
    title: "About the name",
    tags: ["notice"],
    visibility: "public",
    minutesAgo: ago(21, 7),
    likes: ["marisol", "camilo"],
    body: md`
      Another workshop of nearly this name has written to the network, and they may well have had it first. I have told Noor, who looks after these things, that I would rather have the door closed while we talk than have anyone buy a hinge under the wrong sign.

      So this place will be shut for a while. Nothing is lost, and nobody has been unkind. The fire is still in.
    `,
    comments: [
      comment(
        "marisol",
        ago(21, 3),
        "I spoke to their weaver this morning. She is lovely. We compared shears. It will be all right.",
      ),
    ],
  },
];
