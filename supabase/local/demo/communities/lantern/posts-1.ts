import type { DemoPost } from "../../types.ts";
import { ago, comment, md } from "../../write.ts";

export const posts: readonly DemoPost[] = [
  {
    key: "how-we-read",
    author: "henrietta",
    title: "How we read here",
    tags: ["house-notes"],
    kind: "announcement",
    visibility: "members",
    pinned: true,
    minutesAgo: ago(392, 2),
    likes: ["desmond", "ruth", "wren", "vera", "maya", "kenji", "femi"],
    body: md`
      Ten pages is about twenty minutes, or one subway line, or the time it takes a pot of beans to stop needing you. I ask for ten because nobody has ever told me that ten is too many, and because at ten a day a very large book takes one season, which seems to be what they were built for.

      When you write, put the **place** first, like this:

      > *Book three, chapter twenty-nine.* I have changed my mind about him.

      Then people who are behind you can close the page, and people who are ahead of you can enjoy watching you arrive.

      You do not need to be clever. I graded clever for thirty-one years. Tell me what you were doing with your hands.
    `,
    comments: [
      comment(
        "kenji",
        ago(280, 4),
        "Thank you for inviting me. My hands: ink. I turn the pages with a ruler.",
      ),
      comment("maya", ago(279, 20), "So that is where the ruler is from. I thought it was only me.", [
        comment("kenji", ago(279, 6), "In the print shop it is steel. In the house it is bamboo."),
      ]),
    ],
  },
  {
    key: "read-to",
    author: "henrietta",
    title: "On being read to",
    tags: ["essays", "aloud"],
    visibility: "members",
    minutesAgo: ago(66, 5),
    likes: ["desmond", "ruth", "june", "maya", "siobhan", "vera", "femi", "wren", "kenji"],
    body: md`
      My mother read to us until I was seventeen. I say this carefully, because people hear it as charming, and it was not charming. It was practical. There were five of us and one good lamp.

      She had cleaned offices from four in the afternoon until nine. She came home, ate standing, sat down under the lamp and read for three quarters of an hour from whatever the library had let her take: sea stories, a history of the potato, all of Trollope. She did not do voices. She read the way one carries a full basin across a room. When she reached the end of the time she stopped, sometimes in the middle of a sentence, and turned off the lamp, and we lay in the dark with half a sentence each.

      I have thought a good deal about those half sentences. My brother Luis, who is an engineer, says that they taught him to calculate. He would lie there working out what the verb could be. My sister says they taught her to pray. I think they taught me to teach, because in the morning we told each other our endings, and mine were never as good as Rosa's, and I learned to want to hear hers more than I wanted to say mine.

      At seventeen I told my mother I could read for myself. I had been able to since I was four, of course. She said, "I know you can, *mija*." And the next night there were four of them under the lamp and I was in the kitchen with my own book, my own light, going at my own speed, which was roughly three times hers. I finished it that week. I cannot tell you its name.

      I did not hear a grown person read aloud again for forty years. I read aloud, naturally, five periods a day, to people who were looking at the clock. It is not the same. The one who reads is working. The one who is read to is doing something else that we have no good verb for. It is not listening, quite. You listen to instructions. It is nearer to what the passenger does in a car at night.

      Then my mother had her stroke, and reading was the thing that went. Speech came back, and walking, and temper. But the page had turned to gravel. She would hold the book open and look at it with great courtesy. So I read to her. I took the last bus on Tuesdays and Fridays and I read for three quarters of an hour, and I found that I was doing it in her manner, no voices, basin across the room, and that when the time came I stopped where I was.

      "Well, go on," she said.

      "It's time, Mamá."

      She thought about it. She was eighty-eight years old. "Did I do that to you?" she said. "In the middle?"

      "Every night."

      "How mean," said my mother, with deep satisfaction, and closed her eyes.

      We were most of the way through *Middlemarch* when she died. It was the third time for her and the first for me. I had taught excerpts from it for decades, as one serves a slice of something without having seen it whole. The bookmark was a bus transfer, and it was in the chapter where Dorothea looks out of the window in the early morning and sees, a long way off on the road, people who are simply going about their lives: a man with a bundle, a woman with her baby. I am not going to say what it means, because some of you are not there yet.

      I could not go on with it alone. That is the whole reason for this circle, and I have never told you. I wrote to Desmond, who had tuned her piano, and who I happened to know read standing up on trains. I wrote to Ruth, who had been on the night she died and who had, when everything had been done that there was to do, picked up the book from the blanket to move it, and looked at the page, and asked me, "How far did she get?"

      So. Ten pages a day, and in the evening we tell each other our endings. I stop here because it is time.
    `,
    comments: [
      comment(
        "ruth",
        ago(66, 3),
        "I remember the bus transfer. I put it back at the page. I have never told you that I stood in the corridor and read to the end of the chapter before I wrote up the notes.",
      ),
      comment(
        "desmond",
        ago(66, 1),
        "She paid me in plums. The piano was a half tone flat and she would not hear of moving it. She said she had flattened with it.",
        [comment("henrietta", ago(65, 20), "I had forgotten the plums. Thank you for the plums.")],
      ),
      comment("june", ago(65, 12), "I am not a weeper. I have been out to look at the boats."),
      comment(
        "vera",
        ago(65, 7),
        "In Czech the verb for being read to is just the passive, and in the passive everyone disappears. I will look for a better one. It may take years.",
      ),
      comment(
        "kenji",
        ago(64, 15),
        "My father set type for a newspaper and read the lines upside down and backwards, aloud, to check them. I fell asleep to the news in mirror. I had not thought of that as being read to, until today.",
      ),
    ],
  },
  {
    key: "casaubon",
    author: "ruth",
    title: "In defence of Mr Casaubon, four in the morning",
    tags: ["middlemarch"],
    visibility: "members",
    minutesAgo: ago(52, 8),
    likes: ["henrietta", "maya", "kenji", "vera"],
    body: md`
      *Book four, chapter forty-two.*

      Everyone in this circle has been so pleased with themselves for despising him. I was too. Then tonight, between rounds, I read the walk in the yew-tree alley, where the doctor has told him about his heart, and he goes on walking up and down with his hands behind him.

      I have stood at the end of that alley. It is a corridor with a linen cupboard. The man in the bed is not likeable. He has been rude to the day staff, and he has some enormous thing he has not finished, a lawsuit, a boat, a quarrel with a brother. He does not want comfort, he wants *time*, and he looks at you as though you had it in your pocket.

      She does not forgive him. That is what I noticed. She only turns the lamp round, so that for two pages the light falls from his side.
    `,
    comments: [
      comment(
        "siobhan",
        ago(52, 5),
        "*Same chapter.* I will not have it. He shuts a nineteen-year-old up in his own coffin and asks her to finish the book. You may be sorry for him, Ruth, I am sorry for Dorothea.",
        [
          comment(
            "ruth",
            ago(52, 4),
            "I did not say I was not sorry for her. I have one patient at a time.",
            [
              comment(
                "siobhan",
                ago(52, 3),
                "Is that not exactly how she ends up with nobody? Everyone is always at his bedside.",
                [
                  comment(
                    "ruth",
                    ago(51, 22),
                    "I have been turning that over for a whole shift. Yes. That is what happens to the wives. I go in to him, and she stands by the vending machine. You have me there.",
                    [
                      comment(
                        "siobhan",
                        ago(51, 20),
                        "I did not mean to have you. My mother was at that machine for a year. I think I wanted somebody to come out to her, and I took it out on an old man who is not real.",
                      ),
                    ],
                  ),
                ],
              ),
            ],
          ),
        ],
      ),
      comment(
        "henrietta",
        ago(51, 16),
        "I would only add where the chapter finishes: she waits for him on the stairs, in the dark, and he comes up with his candle and is gentle. It is one sentence of gentleness in four hundred pages and it is given to both of them.",
      ),
      comment(
        "ruth",
        ago(50, 3),
        "Siobhán. Last night I went out to the machine. She takes it with two sugars. We talked about dogs.",
      ),
      comment("desmond", ago(49, 21), "I had a remark about Casaubon ready and I find I no longer need it."),
    ],
  },
];
