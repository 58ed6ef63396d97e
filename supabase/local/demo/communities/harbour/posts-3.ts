import type { DemoPost } from "../../types.ts";
import { ago, comment, md } from "../../write.ts";

export const posts: readonly DemoPost[] = [
  {
    key: "regatta-jobs",
    author: "eleanor",
    title: "Regatta day: who does what",
    tags: ["regatta"],
    kind: "announcement",
    visibility: "members",
    edited: true,
    minutesAgo: ago(4, 8),
    likes: ["june", "callum", "amara", "dafydd", "siobhan"],
    body: md`
      Eleven clubs have said yes. That is two more than we have room for and I have said yes to all of them.

      | Job | Who | From |
      | --- | --- | --- |
      | Start boat | Callum, two juniors | 09:00 |
      | Finish line, paper and pencil | June, Maya | 09:30 |
      | Safety boats | Amara, Hạnh, one from each club | 08:15 |
      | Slip marshal (must be able to say no) | **needed** | 08:00 |
      | Tea, from the big urn | Yusuf | 07:00 |
      | Commentary | Siobhán, by popular demand | all day |
      | Finding the trophy | Dafydd | now |

      - [x] Harbourmaster's letter
      - [x] Mooring for the visitors' launch
      - [ ] Slip marshal
      - [ ] Move the dredger's warp, ask nicely
      - [x] ~~Trophy~~ It was at June's
    `,
    comments: [
      comment("priya", ago(4, 5), "I can say no. I do it at work. Put me down for the slip."),
      comment("dafydd", ago(4, 3), "The trophy is in one of four lofts.", [
        comment(
          "june",
          ago(4, 2),
          "It is in mine. It has been in mine since you asked me to mind it for a week.",
          [comment("dafydd", ago(4, 1), "That does sound like me.")],
        ),
      ]),
      comment("maya", ago(3, 20), "Paper and pencil suits me. I will rule the sheets."),
    ],
  },
  {
    key: "chamber-music",
    author: "femi",
    title: "Rowing as chamber music",
    tags: ["essays"],
    visibility: "public",
    minutesAgo: ago(64, 13),
    likes: ["june", "siobhan", "maya", "callum", "yusuf"],
    body: md`
      I have played the viola in one orchestra for fourteen years, in the middle of the middle, and when people ask what rowing is like I tell them: it is the same job, wetter.

      Nobody hears a viola. They would hear if it were not there. That is also a fair description of the four seat.

      The odd thing I have noticed is where the *time* is. Beginners in both think it lives in the big visible movement, the bow going down, the blade going in. It does not. It lives in the approach. Watch a good second fiddle and you will see the note decided while the hand is still in the air. Watch June.

      Three habits I have carried from one to the other:

      - **Breathe out loud.** On the first stroke, and on the first beat. It feels foolish and it works.
      - **Listen across, not forward.** The person in front will lie to you with their shoulders. The person opposite cannot.
      - **Be early to be together, not to be first.**

      And one I have carried back. In the orchestra, when it goes wrong, we stop. In a boat on the ebb you cannot stop. You have to mend it while it is moving, without a word, and without looking at whoever did it. I have become a kinder player.
    `,
    comments: [
      comment(
        "siobhan",
        ago(64, 10),
        "Be early to be together, not to be first. That is going on the wall under the tide table.",
      ),
      comment("callum", ago(64, 1), 'What is the rowing for "tuning up"?', [
        comment("femi", ago(63, 22), "Everybody telling each other how little they slept."),
      ]),
    ],
  },
  {
    key: "thole-pins",
    author: "bram",
    title: "Thole pins against rowlocks, from somebody who makes both",
    tags: ["repairs", "iron"],
    visibility: "public",
    minutesAgo: ago(236, 6),
    likes: ["dafydd", "piotr", "eleanor"],
    body: md`
      Before I move back south, my one contribution to the great quarrel.

      A **rowlock** is stronger than the boat. When something has to give, it will be your gunwale. A **thole pin** is a bit of hardwood that costs nothing and breaks first, on purpose, with a noise that tells everybody what happened.

      I have forged rowlocks for thirty years and I would put thole pins in a boat I loved.

      There are twenty-four spares in the tin under the bench, turned from a broken cricket bat. Somebody will ask. It was not a good bat.
    `,
    comments: [
      comment(
        "dafydd",
        ago(235, 20),
        "We will miss you, and I will deny having read this when I am next selling rowlocks.",
      ),
      comment(
        "piotr",
        ago(235, 3),
        "Nineteen left in the tin now. The wood is excellent. The bat was better than you say.",
      ),
      comment(
        "eleanor",
        ago(234, 9),
        "Fair winds, Bram. The gate at the top of the slip has your hinge on it and it still does not squeak.",
      ),
    ],
  },
  {
    key: "accounts",
    author: "june",
    title: "The tin",
    tags: ["treasurer"],
    visibility: "members",
    minutesAgo: ago(29, 9),
    likes: ["eleanor", "dafydd", "amara"],
    body: md`
      For those who like to know where it goes. Shares of every pound, last twelve months.

      | Out | Pence |
      | --- | ---: |
      | Insurance | 31 |
      | Timber, paint, varnish | 27 |
      | Rent of the salt store | 18 |
      | Safety boat fuel | 11 |
      | Lifejackets, three | 9 |
      | Tea | 4 |

      We took in a pound and two pence for every pound. The two pence is for *Kittiwake*'s keel. Nobody is to suggest beer until it is done.

      If the subscription is a difficulty this year, come and see me. I have never told anyone who does and I never shall, and there have been more of you than you would think.
    `,
    comments: [
      comment("yusuf", ago(29, 6), "Four pence of tea is not possible. I have seen the urn.", [
        comment("june", ago(29, 5), "The rest is donated by somebody who wishes to remain a baker."),
      ]),
      comment("callum", ago(28, 22), "That last paragraph. Thank you, June."),
    ],
  },
  {
    key: "juniors-plan",
    author: "callum",
    title: "Juniors, next six weeks",
    tags: ["juniors"],
    visibility: "group",
    group: "juniors",
    minutesAgo: ago(7, 15),
    likes: ["siobhan", "hanh", "amara"],
    body: md`
      1. Capsize drill in the pool (Amara)
      2. Skiffs, figure of eight round the moorings
      3. **Silent outing.** No calls. They find the rhythm or they do not.
      4. Mud walk with Hạnh, wellingtons, no boats
      5. They cox, we row, we do exactly what they say
      6. Mixed gigs with whoever will have them

      Two need a lift from the estate. One would like bow and is not to be made a fuss of.
    `,
    comments: [
      comment("siobhan", ago(7, 12), "Week five: exactly what they say? Have you met them?", [
        comment("callum", ago(7, 11), "That is the lesson. For us, mainly."),
      ]),
      comment("amara", ago(7, 9), "I can do both lifts. I pass the estate coming off shift."),
    ],
  },
  {
    key: "lost-oar",
    author: "eleanor",
    tags: ["lost"],
    visibility: "public",
    minutesAgo: ago(1, 16),
    likes: ["dafydd"],
    body: "Adrift since the last big ebb: one oar, eleven foot six, white blade, a kittiwake painted on it by a child in 1994. If it comes ashore with you, it has no value to anyone else at all. [Telephone and directions](https://example.org/harbour/contact).",
    comments: [
      comment(
        "hanh",
        ago(1, 11),
        "Asked at the marine station. The current would put it on the shingle below the lighthouse. I am sampling there in the morning and will look.",
      ),
      comment("hanh", ago(0, 14), "Found. One hundred metres east of where I said. Bird intact.", [
        comment(
          "eleanor",
          ago(0, 13, 20),
          "The child is thirty-nine and has burst into tears on the telephone. Thank you.",
        ),
      ]),
    ],
  },
  {
    key: "no-crabs",
    author: "yusuf",
    tags: ["learning"],
    visibility: "members",
    minutesAgo: ago(45, 17),
    likes: ["siobhan", "june", "callum", "hanh", "maya", "amara"],
    body: md`
      Notes from a beginner, third month.

      Dough and water both punish the same mistake, which is wanting it to be finished. I was pulling the oar *out*. Siobhán said, leave it until it leaves. I thought that was a proverb. It turns out to be an instruction.

      No crabs today. In the middle there were perhaps ten strokes where I did not know which of the six was me.
    `,
    comments: [
      comment("june", ago(45, 12), "That is the noise, or next door to it."),
      comment(
        "maya",
        ago(44, 20),
        "I am at fourteen months and have had four of those strokes. Well done, and I am a little envious.",
      ),
    ],
  },
  {
    key: "gauge",
    author: "priya",
    title: "The gauge on the pier reads eleven centimetres low",
    tags: ["tides"],
    visibility: "public",
    minutesAgo: ago(57, 4),
    likes: ["callum", "eleanor"],
    body: md`
      I levelled it against the bench mark on the church, twice, there and back. It has probably been wrong since the pier was repaired.

      If you have been using the gauge and a rule of your own, **your rule already has the error in it and still works**. If you are using my script, use the new file: the slip is at 1.3, not 1.2. I had been blaming the mud.
    `,
    comments: [
      comment("piotr", ago(57, 1), "So my rule is right and the pier is wrong. I will tell my father."),
      comment(
        "dafydd",
        ago(56, 20),
        "I scraped *Patience* last spring because of eleven centimetres and have been apologising to her ever since.",
      ),
    ],
  },
  {
    key: "maya-questions",
    author: "maya",
    title: "Things to ask before I print",
    tags: ["chart"],
    kind: "question",
    visibility: "me",
    edited: true,
    minutesAgo: ago(1, 3),
    likes: [],
    body: md`
      - [x] Widow Hebb's: both halves in italics
      - [ ] Does the Meadow stop at the dredger or go under it (Hạnh)
      - [ ] Is Aunt Ada still there after this week's wind
      - [ ] Ask Tobias to check the red. He will do it well, and he should be asked
      - [ ] Paper: Kenji said he would look for something that does not mind damp
    `,
    comments: [],
  },
];
