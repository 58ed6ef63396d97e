import type { DemoPost } from "../../types.ts";
import { ago, comment, md } from "../../write.ts";

export const posts: readonly DemoPost[] = [
  {
    key: "before-you-go",
    author: "eleanor",
    title: "Before you go afloat",
    tags: ["start-here", "safety"],
    kind: "announcement",
    visibility: "public",
    pinned: true,
    edited: true,
    minutesAgo: ago(402, 8),
    likes: ["dafydd", "june", "amara", "callum", "maya", "hanh", "yusuf", "priya"],
    body: md`
      I have been asked to write down what I say on the slip, so that I may say it less often.

      ## Every time

      - [ ] Look at the board. If it says **no**, it means you.
      - [ ] Sign out: boat, cox, crew, direction, time back.
      - [ ] Check the bung. Then have somebody else check the bung.
      - [ ] Lifejackets on before the boat is lifted, not after.
      - [ ] One dry layer each, one whistle a boat, one telephone in a pouch with the cox.

      ## When we do not launch

      | Condition | Skiffs | Second Wind | Gigs |
      | --- | --- | --- | --- |
      | Wind above force 4 | no | no | cox and safety officer agree |
      | Wind above force 5 | no | no | no |
      | Visibility under half a mile | no | no | no |
      | Ebb with wind against it | no | upriver only | upriver only |
      | Thunder heard | no | no | no |

      There is no column for how keen you are.

      ## If somebody goes in

      Stop rowing. Keep the boat between them and the wind. Talk to them. Everything else is in Amara's post, which you should read sitting down, before you need it.

      ## Coming home

      Rinse, sponge, rack, bung **out**, sign in. Then tea.
    `,
    comments: [
      comment(
        "yusuf",
        ago(131, 5),
        "I read this three times before my first outing and still forgot the bung. Two people had checked it. This is why there are two people.",
      ),
      comment(
        "june",
        ago(128),
        "When I started the whole of the safety instruction was a man called Perce saying: don't.",
        [comment("eleanor", ago(127, 22), "Perce was right as far as he went.")],
      ),
    ],
  },
  {
    key: "water-on-slip",
    author: "priya",
    title: "A small script for the slip: when is there water enough",
    tags: ["tides", "tools"],
    visibility: "public",
    edited: true,
    minutesAgo: ago(23, 5),
    likes: ["eleanor", "maya", "callum", "femi", "amara", "hanh", "siobhan"],
    body: md`
      The printed table tells you when the tide turns. It does not tell you when *Patience* will float off the lower slip, which is the only thing anybody asks me. So here is the thing I use, shortened until it fits in a post.

      It reads high and low waters from a file, joins them with half a cosine, and prints the windows in which there is enough.

      ~~~python
      #!/usr/bin/env python3
      """When is there water enough on the slip? Reads tides.csv: when,height"""
      import csv
      import math
      import sys
      from datetime import datetime, timedelta

      SLIP = 1.3      # height of the foot of the slip above chart datum, metres
      NEEDED = 0.9    # what Patience draws with six aboard, plus a bit for swearing
      STEP = timedelta(minutes=5)


      def read(path):
          with open(path, newline="") as file:
              for row in csv.DictReader(file):
                  yield datetime.fromisoformat(row["when"]), float(row["height"])


      def height(moment, before, after):
          """Half a cosine between one turn of the tide and the next."""
          (t0, h0), (t1, h1) = before, after
          share = (moment - t0) / (t1 - t0)
          return h0 + (h1 - h0) * (1 - math.cos(math.pi * share)) / 2


      def windows(turns):
          opened = None
          for before, after in zip(turns, turns[1:]):
              moment = before[0]
              while moment < after[0]:
                  afloat = height(moment, before, after) - SLIP >= NEEDED
                  if afloat and opened is None:
                      opened = moment
                  if not afloat and opened is not None:
                      yield opened, moment
                      opened = None
                  moment += STEP


      for start, end in windows(list(read(sys.argv[1]))):
          print(f"{start:%a %H:%M} to {end:%H:%M}")
      ~~~

      With the turns in the first table it prints what is in the second.

      | Turn | Time | Height (m) |
      | --- | ---: | ---: |
      | Low | Sat 00:42 | 0.9 |
      | High | Sat 06:51 | 4.6 |
      | Low | Sat 13:08 | 0.8 |
      | High | Sat 19:14 | 4.7 |
      | Low | Sun 01:27 | 0.7 |
      | High | Sun 07:33 | 4.8 |
      | Low | Sun 13:51 | 0.6 |

      ~~~text
      Sat 03:12 to 10:36
      Sat 15:38 to 22:54
      Sun 04:02 to 11:13
      ~~~

      **What it does not know:** wind, rain in the hills, pressure, or the bar. A deep low can put thirty centimetres on top of this and a hard easterly can take forty away. If the script says yes and your eyes say no, believe your eyes.
    `,
    comments: [
      comment("dafydd", ago(23, 3), "0.9 is generous. She draws less than that.", [
        comment(
          "priya",
          ago(23, 2),
          "She does. The crew do not, when they all stand on one side to look at a seal.",
          [comment("dafydd", ago(23, 1), "Withdrawn.")],
        ),
      ]),
      comment(
        "callum",
        ago(22, 18),
        "I ran this with the juniors as a lesson. One of them asked why a cosine and not a straight line, and then answered it herself by standing on the slip for an hour with a stick. Best school day of the year and it was not even a school day.",
      ),
      comment(
        "piotr",
        ago(22, 6),
        "My father has used twelfths all his life: one, two, three, three, two, one. I compared. The difference is never more than a hand.",
        [
          comment(
            "priya",
            ago(22, 5),
            "Twelfths is the same curve drawn with a ruler. I would trust your father over my script in fog.",
          ),
        ],
      ),
      comment(
        "maya",
        ago(21),
        "Could I put the windows on the margin of the chart I am drawing? With your name on it.",
      ),
    ],
  },
  {
    key: "bow-seat",
    author: "june",
    title: "Fifty-one years in the bow seat",
    tags: ["history", "essays"],
    visibility: "public",
    minutesAgo: ago(52, 10),
    likes: ["eleanor", "maya", "siobhan", "femi", "dafydd", "callum", "yusuf", "hanh", "amara", "piotr"],
    body: md`
      Callum has asked me to write something for the juniors about how the club began. I said I would, and then I found that what I had was not a history. It was a list of things I have looked at. But the bow seat is for looking, so perhaps that is fair.

      I came down to the slip in the spring I was twenty-five because I had quarrelled with somebody and the slip was as far as the road went. Four men were trying to get a boat into the water and doing it badly. One of them, without turning round, said, "You. Other side." That was my interview.

      There was no club, then. There was a tin. Everybody put in what they had on a Saturday and on the last Saturday of the month Perce counted it and bought either paint or beer. I became treasurer because I pointed out that we had bought beer four months running and the boat was the colour of driftwood.

      They put me in the bow because I was light and because it did not matter. You will be told that bow is a technical seat: the first to catch the wave, the last to feel the run. This is true, and nobody told me. What they said was that I would be out of the way.

      I should like to tell you what you can see from out of the way.

      You see five backs. You learn them as you learn handwriting. I could tell you, from a back, who had slept and who had not, who had been told something by a doctor, who was in love. I knew about Tom and Ada's boy before Ada did. I never said so. A bow keeps what she sees, it is the one rule of the seat, and I offer it to you for nothing.

      You see where you have been. It is a strange way to go through the world, facing backwards, and I recommend it. Everything you meet is a surprise and everything you leave you can look at for as long as you like. When my husband was ill I rowed four mornings a week and I think it was for that: one is not asked, in a boat, to look ahead. Somebody else is doing it. She is nine stone, she has a voice like a gate, and she will get you home.

      You see the town from its wrong side. The backs of the chandlers', the drains, the washing, the place where the wall was mended after the flood with a different stone. I have seen eleven families move out of the cottages on the quay and nobody move in. I have seen the eelgrass go, and I thought that was that, and in these last years I have seen it begin to come back, in patches, like hair after a fever. I did not know it mattered until Hạnh told me. I only knew that the water had gone bare and then that it had stopped being bare.

      And you feel the boat. I cannot explain this as well as I would like to. There is a moment in a stroke, after the blades are out, when nobody is doing anything at all. Six people have stopped working and not yet begun again. If one of them is greedy the boat tells you. If all of them can bear to wait, it runs: it goes on by itself, making a small noise under the planks just in front of my feet, like somebody turning over in their sleep. I have had that noise perhaps one stroke in twenty. Over fifty-one years, that is still a great many.

      People ask when I shall stop. I used to say, when I can no longer get out of the boat. Then a few winters ago I could no longer get out of the boat, and what happened was that Amara and Piotr each took an elbow, as if they had been doing it all their lives, and put me on the slip, and nobody said anything, and on the Saturday they did it again.

      So I do not know when. I suppose somebody will say, without turning round, "You. Other side." And I shall go.

      To the juniors: buy the paint first. Look at the backs. Wait for the noise.
    `,
    comments: [
      comment("siobhan", ago(52, 7), "A voice like a gate. I will have it on a shirt."),
      comment(
        "callum",
        ago(52, 5),
        "I read this to them in the library. There was a silence, and then a boy who has not spoken since September asked whether he could try bow.",
        [
          comment("june", ago(52, 2), "Tell him it does not matter and that he will be out of the way.", [
            comment("callum", ago(51, 21), "Told him. He has been grinning for a day."),
          ]),
        ],
      ),
      comment(
        "amara",
        ago(51, 16),
        "For the record, June, it is not your elbow we are holding. We are both hanging on to you.",
      ),
      comment(
        "femi",
        ago(51, 9),
        '"Six people have stopped working and not yet begun again." In a quartet that is the breath before the first note and I have never seen it written down.',
      ),
      comment("yusuf", ago(49), "I printed it and put it above the ovens."),
    ],
  },
  {
    key: "good-chisel",
    author: "dafydd",
    tags: ["bench"],
    visibility: "members",
    minutesAgo: ago(2, 6, 30),
    likes: ["piotr", "eleanor", "june", "maya", "priya", "femi"],
    body: "Whoever sharpened the good chisel, thank you. Whoever then opened a paint tin with it, come and see me. Same person is also a possibility I am ready for.",
    comments: [
      comment("femi", ago(2, 5), "Second half, not first. I will bring biscuits and my own screwdriver."),
      comment("piotr", ago(2, 4, 30), "First half. It took an hour.", [
        comment("femi", ago(2, 4), "I will bring a lot of biscuits."),
      ]),
    ],
  },
  {
    key: "rolls-at-seven",
    author: "yusuf",
    tags: ["breakfast"],
    visibility: "members",
    minutesAgo: ago(0, 5, 40),
    likes: ["siobhan", "june", "amara", "hanh", "callum", "maya", "femi", "eleanor"],
    body: "Forty rolls at the salt store after the next dawn outing. Twenty plain, twenty with black cumin. First boat back chooses, last boat sweeps.",
    comments: [
      comment(
        "siobhan",
        ago(0, 4, 50),
        "Kittiwake has asked me to say that overtaking is now a matter of conscience.",
      ),
      comment("eleanor", ago(0, 4, 10), "It is not."),
    ],
  },
];
