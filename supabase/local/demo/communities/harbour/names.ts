import type { DemoPost } from "../../types.ts";
import { ago, comment, md, removedComment } from "../../write.ts";

export const names: DemoPost = {
  key: "names-of-the-mud",
  author: "maya",
  title: "I am drawing a chart of our own mud, and I need its names",
  tags: ["chart", "history"],
  visibility: "public",
  minutesAgo: ago(14, 19),
  likes: ["june", "eleanor", "hanh", "dafydd", "callum", "priya", "piotr", "siobhan", "yusuf", "amara"],
  body: md`
    The official chart of the Orle has four names between the bridge and the bar. In one outing last week I counted seventeen, all shouted. "Mind the Piano." "Easy past Aunt Ada." "Hold water at the Widow's."

    I make maps for a living and have never made one of a place I row through backwards at dawn, so I am going to. One sheet, the bridge to the bar, at low water, with **the names we use**. Printed for the wall of the salt store, and free for anyone to copy.

    What I would like from you:

    - the name, spelled as you would spell it;
    - where it is, from the water, in words ("second post, then left until it smells");
    - who told you, if you know.

    If two people have two names for one place I would rather put both than choose.
  `,
  comments: [
    comment(
      "june",
      ago(14, 17),
      "The Piano is the flat stone under the chandler's, four feet off the wall at half tide. It is called that because of the sound, not the shape. Perce told me.",
      [
        comment("femi", ago(14, 16), "What sound?", [
          comment("june", ago(14, 15, 30), "The sound of a gig on it.", [
            comment("femi", ago(14, 15), "I see. Low E flat, I should think."),
          ]),
        ]),
      ],
    ),
    comment("dafydd", ago(14, 14), "Widow's Elbow. The bend under the two cottages. Spelled as it sounds.", [
      comment(
        "eleanor",
        ago(14, 12),
        "I have always had it as Widow's Ebb. The ebb sets you on to the bank there, which is rather the point of having a name for it.",
        [
          comment(
            "dafydd",
            ago(14, 11, 40),
            "It is a bend. It is shaped like an elbow. I have been saying elbow for thirty years and so did the man who taught me.",
            [
              comment(
                "eleanor",
                ago(14, 11),
                "And I piloted ships past it for twenty-six and it says Ebb in my first notebook.",
                [
                  comment("dafydd", ago(14, 10, 20), "Then your first notebook misheard.", [
                    comment(
                      "june",
                      ago(14, 9),
                      "If the two of you have finished. It was Mrs Hebb. She lived in the left-hand cottage and took in washing. Widow Hebb's. You have each got half of her.",
                    ),
                  ]),
                ],
              ),
            ],
          ),
          comment(
            "eleanor",
            ago(13, 22),
            "I have been to the church and looked. Harriet Hebb, relict of James, pilot. June, I take my hat off. Dafydd, I am sorry about the notebook.",
            [
              comment(
                "dafydd",
                ago(13, 21),
                "A pilot's widow, and it was the pilot who had it nearer. I am sorry too. I will paint the board.",
                [
                  comment(
                    "maya",
                    ago(13, 20),
                    "Then it goes on the sheet as *Widow Hebb's*, with Elbow and Ebb underneath in small italics, because people did say them.",
                  ),
                ],
              ),
            ],
          ),
        ],
      ),
    ]),
    comment(
      "siobhan",
      ago(14, 8),
      "Aunt Ada: the leaning withy after the oyster perches. She leans a bit further every winter and we all pretend not to notice.",
      [
        comment("callum", ago(14, 7), "The juniors call her the Tall Drunk. I did not teach them that.", [
          removedComment("author", "yusuf", ago(14, 6, 30), "I may have taught them that.", [
            comment("callum", ago(14, 6), "Too late, I saw it. The rolls forgive you."),
          ]),
        ]),
      ],
    ),
    comment(
      "hanh",
      ago(13, 18),
      "We have numbers for the eelgrass patches, which nobody will ever shout. Could they have names? There are five between the second marker and the dredger.",
      [
        comment(
          "june",
          ago(13, 16),
          "When I was young the whole stretch was the Meadow. People took children out to see the fish in it.",
          [
            comment(
              "hanh",
              ago(13, 15),
              "That is the best evidence I have had in three years that it was ever one bed. May I put that in the report? With your name?",
              [comment("june", ago(13, 14), "You may. J. Whitlock, bow.")],
            ),
            comment(
              "maya",
              ago(13, 13),
              "*The Meadow*, across all five, letter-spaced wide, the way one does a sea. I have wanted to do that all my working life.",
            ),
          ],
        ),
      ],
    ),
    comment(
      "piotr",
      ago(13, 10),
      "Small one: the ring in the wall by the lower steps. I call it Gdańsk, because when I hold it on the way in I am home. Nobody else calls it this. You can leave it out.",
      [
        comment("maya", ago(13, 9), "It has a name, a place and somebody who told me. It is going in.", [
          comment(
            "amara",
            ago(13, 8),
            "I have been holding Gdańsk for four years without knowing. I shall be more respectful.",
          ),
        ]),
      ],
    ),
    comment(
      "tobias",
      ago(13, 4),
      "Is there a danger of this being a bit cosy? Half of these are jokes. A visiting crew needs hazards, depths and the line to take, not Aunt Ada.",
      [
        comment(
          "maya",
          ago(13, 2),
          "That is a fair worry. I had thought of it as a picture of the club more than an aid to navigation, and I should say so on the sheet.",
          [
            comment(
              "priya",
              ago(13, 1),
              "Or do both: hazards in red with depths from my survey, names in black. Then the red is for visitors and the black is for us. The Piano gets both.",
              [
                comment(
                  "tobias",
                  ago(12, 23),
                  "The Piano deserves both. I have paid for a plank of it. All right, that would be a good sheet.",
                ),
              ],
            ),
          ],
        ),
      ],
    ),
    comment(
      "amara",
      ago(12, 14),
      'From a safety point of view: "we are off Aunt Ada" on the telephone is worth more than a grid reference from somebody with cold hands. I would like the coastguard to have a copy.',
      [comment("eleanor", ago(12, 12), "I will take it to them myself. In a frame.")],
    ),
    comment(
      "yusuf",
      ago(12, 3),
      "Newest member, so this may not count. The place where the wind always drops and you can smell the bakery. I call it Proof, because it is warm and you wait.",
      [
        comment(
          "june",
          ago(12, 2),
          "That counts. We never had a name for it. I had only ever called it *there*.",
        ),
      ],
    ),
  ],
};
