import type { DemoPost } from "../../types.ts";
import { ago, comment, md, removedComment } from "../../write.ts";

export const posts: readonly DemoPost[] = [
  {
    key: "too-polite",
    author: "tobias",
    title: "We are slow because we are polite",
    tags: ["racing"],
    visibility: "members",
    minutesAgo: ago(19, 11),
    likes: ["femi", "callum"],
    body: md`
      We came seventh out of eight and everybody said what a lovely day it had been. It *was* a lovely day. I would also like, once, to come third.

      Three things cost us the race, and all of them are manners:

      1. Seats go by whose turn it is, not by who fits.
      2. We change the crew on the morning so that nobody is left out.
      3. Nobody has ever been told that their catch is late. Mine is late. I found out from a film.

      I do not want to spoil anything. I want one boat, some of the time, in which we are honest.
    `,
    comments: [
      comment(
        "june",
        ago(19, 8),
        "In 1983 we had a boat in which everybody was honest. It lasted until August.",
        [
          comment("tobias", ago(19, 7), "Did it win?", [
            comment("june", ago(19, 6, 30), "It won everything. Two of them have not spoken since.", [
              comment("tobias", ago(19, 6), "That is a very good answer and I do not like it."),
            ]),
          ]),
        ],
      ),
      comment(
        "siobhan",
        ago(19, 5),
        "From the cox's seat: he is right about the catch, his and four others. I have not been saying so because I was not sure people wanted to hear it before breakfast. That is on me.",
        [
          comment(
            "femi",
            ago(19, 4),
            "I would want to hear it. In rehearsal nobody takes a note about intonation as a remark about their character. Well, the cellos do.",
            [
              comment("siobhan", ago(19, 3), "Then I will start with the people who ask. Hands up here."),
              comment("yusuf", ago(19, 2), "Hand up."),
              comment("hanh", ago(19, 1), "Hand up, if it can be after the second marker and not before."),
            ],
          ),
        ],
      ),
      removedComment(
        "moderator",
        "tobias",
        ago(18, 22),
        "With respect to the over-sixties, some seats are being kept warm.",
        [
          comment(
            "amara",
            ago(18, 21),
            "I have taken that one down, Tobias. The point about fit stands without it.",
          ),
          comment(
            "tobias",
            ago(18, 18),
            "Agreed, and I have apologised to June in person. She made me carry her oars for a week, which I gather is the tariff.",
          ),
        ],
      ),
      comment(
        "callum",
        ago(18, 10),
        "Proposal. One gig, one morning a week, by agreement, with notes from the cox. Same crew for eight weeks, chosen by fit. All the other mornings exactly as they are. At the end we see whether anybody has stopped speaking.",
        [
          comment("eleanor", ago(18, 8), "Approved, on the condition that June picks the fit.", [
            comment("june", ago(18, 7), "I have a list. I have had it for years."),
          ]),
        ],
      ),
    ],
  },
  {
    key: "the-fog",
    author: "amara",
    title: "About the launch in fog",
    tags: ["safety"],
    visibility: "members",
    edited: true,
    minutesAgo: ago(10, 12),
    likes: ["eleanor", "june", "callum", "dafydd", "hanh", "siobhan", "priya"],
    body: md`
      Some of you have heard three versions of this. Here is the one from the log.

      - A skiff was launched alone at ten to six. It was not signed out.
      - Visibility at the slip was about a hundred yards. The board said **no**.
      - At twenty past, the ferry reported a whistle near the dredger. We put *Patience* in with six of us and a fog signal and found him on the mud below the second marker, cold, well, and very sorry.

      It is the second time. Eleanor and I have suspended Tobias's membership until the end of next month, and he knows that this post is here and what it says. It is not a judgement of him. He has given this club a great deal of energy, and there will be a seat for him.

      What I would ask of the rest of us is this: two people saw him carry the skiff down and thought somebody else must have said yes. **You are somebody else.** If the board says no, say no, to anyone, to me, to Eleanor. We shall thank you.
    `,
    comments: [
      comment(
        "femi",
        ago(10, 9),
        "I was one of the two. I am not going to forget it. Thank you for not naming us, I would rather name myself.",
      ),
      comment("hanh", ago(10, 8), "I was the other.", [
        comment("amara", ago(10, 7), "That took something from both of you. Tea on me."),
      ]),
      comment(
        "june",
        ago(10, 5),
        "I have been to see him. He has the chart of the Meadow on his table and is learning it by heart. He will be all right.",
      ),
      comment(
        "priya",
        ago(9, 20),
        "Would a light help? Red on the board, wired to the visibility sensor on the pier. I can do it for the price of the lamp.",
        [comment("dafydd", ago(9, 18), "I have a lamp. Port side, off the old launch.")],
      ),
    ],
  },
  {
    key: "eelgrass",
    author: "hanh",
    title: "Eelgrass off the second marker: please row round it",
    tags: ["ecology", "tides"],
    visibility: "public",
    minutesAgo: ago(35, 7),
    likes: ["maya", "june", "amara", "siobhan", "priya", "eleanor"],
    body: md`
      Between the second marker and the old dredger there are now **five** patches of eelgrass. Three years ago there were two. Each is about the size of the salt store floor.

      It is a flowering plant, not a seaweed. It has roots, it makes seeds, and its flowers are pollinated under water. It also holds the mud still, which is why the bank there has stopped moving and why Priya's depths from last year are still right.

      What harms it:

      - anchors and anything dragged
      - oars at low water, one in particular with red tape on it
      - standing up in it, even to help

      What does not:

      - rowing over it with more than a metre of water
      - looking

      So: from two hours before low water to two hours after, keep to the north side. That is all. If you see a sixth patch, there is a [sheet to fill in](https://example.org/eelgrass/sheet), and I will be insufferable for a week.
    `,
    comments: [
      comment("siobhan", ago(35, 5), "Red tape is mine, from when I was teaching. Sorry, grass."),
      comment(
        "piotr",
        ago(35, 2),
        "We drop the small anchor there when we wait for the bridge. Where may we drop it?",
        [
          comment(
            "hanh",
            ago(35, 1),
            "Fifty yards up, off the broken wall. It is clean shell there, holds better and nothing lives in it that minds.",
            [
              comment(
                "piotr",
                ago(34, 23),
                "Then I will put a post on the wall so that one can see it from the water.",
              ),
            ],
          ),
        ],
      ),
      comment(
        "june",
        ago(34, 4),
        "I shall look. I have been looking for years without knowing it was permitted.",
      ),
    ],
  },
  {
    key: "calls",
    author: "siobhan",
    title: "Calls, and what I mean by them",
    tags: ["coxing", "start-here"],
    visibility: "public",
    minutesAgo: ago(118, 9),
    likes: ["yusuf", "hanh", "callum", "femi", "maya"],
    body: md`
      For anybody new. I say all of these fast and, I am told, in an accent.

      | What you hear | What I want | What people do |
      | --- | --- | --- |
      | "Easy" | stop rowing, blades flat | row gently |
      | "Hold water" | blades in, square, brace | look round |
      | "Light" | same length, less weight | go short |
      | "In two" | two more strokes and then the thing | the thing, now |
      | "Eyes in the boat" | eyes in the boat | look at the seal |
      | "Lovely" | lovely | stop concentrating |

      If I say your seat number, it is never a telling-off. If I say your **name**, it might be.
    `,
    comments: [
      comment("yusuf", ago(117, 20), "Nobody told me *easy* was not an opinion."),
      comment("femi", ago(117, 3), 'Can we have one for "I have lost a contact lens"?', [
        comment("siobhan", ago(117, 2), 'That is "hold water", followed by your name.'),
      ]),
    ],
  },
  {
    key: "rib",
    author: "piotr",
    title: "Steaming a rib for Kittiwake: what went wrong, in order",
    tags: ["repairs", "wood"],
    visibility: "group",
    group: "bench",
    minutesAgo: ago(18, 14),
    likes: ["dafydd", "priya", "maya"],
    body: md`
      For the record, and for the one who does this after me.

      1. **Wood.** The first oak was kiln dried. It broke at forty minutes like a biscuit. Use green oak, straight grain, or soak for a week.
      2. **Box.** It leaked at the door. Rags work. Dafydd's scarf also works; I will replace the scarf.
      3. **Time.** One hour for each inch of thickness, counted from *steam*, not from when you light the stove.
      4. **Hands.** You have thirty seconds. We had three people who each thought another one had the clamps.
      5. **The fifth rib was perfect.** We were so surprised that we stood and looked at it and did not clamp it.

      The sixth is in the boat.

      - [x] Rib 7, port
      - [ ] Rib 8, port
      - [ ] Scarf
    `,
    comments: [
      comment("dafydd", ago(18, 10), "It was an ugly scarf. You may replace it with a less ugly one."),
      comment(
        "priya",
        ago(17, 23),
        "I can put a thermometer in the box with a buzzer for the hour, if that is not sacrilege.",
        [comment("piotr", ago(17, 22), "A buzzer, no. A small bell, yes.")],
      ),
      comment("maya", ago(17, 20), "I held a clamp for thirty seconds and have never felt so useful."),
    ],
  },
];
