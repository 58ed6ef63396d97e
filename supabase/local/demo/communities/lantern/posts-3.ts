import type { DemoPost } from "../../types.ts";
import { ago, comment, md } from "../../write.ts";

export const posts: readonly DemoPost[] = [
  {
    key: "hinge",
    author: "wren",
    title: "What to do about a cracked hinge, and what not to",
    tags: ["books-as-things"],
    visibility: "members",
    minutesAgo: ago(78, 7),
    likes: ["desmond", "maya", "kenji", "ruth"],
    body: md`
      Three of you have written to me privately about the same injury, so:

      **Do not** use tape. Not the clear kind, not the kind that says archival. In ten years it is a brown stripe and the paper under it has gone to toast.

      **Do**

      1. Open the book gently at the crack and see whether you find *thread* or *only paper*. If the thread holds, breathe out.
      2. Tear, do not cut, a strip of thin long-fibred paper, a finger wide. A torn edge feathers and a cut edge makes a ridge.
      3. Wheat paste, thin as cream, on the strip. Wait a minute, until it stops shining.
      4. Lay it in the joint. Wax paper on both sides. Close the book. A brick in a sock.
      5. Leave it **a whole day**.

      If it is the spine that has gone, put the book in a bag, with all the crumbs, and send me the bag. The crumbs are not rubbish. They are the original.
    `,
    comments: [
      comment(
        "desmond",
        ago(78, 2),
        "My brick in a sock has been in place since last night and my wife has asked no questions, which worries me.",
      ),
      comment(
        "kenji",
        ago(77, 14),
        "The long-fibred paper: I will send *kōzo*, from a village near my mother's. Please do not buy it.",
      ),
    ],
  },
  {
    key: "pause",
    author: "vera",
    title: "How long is a pause",
    tags: ["essays", "translation"],
    visibility: "members",
    minutesAgo: ago(57, 12),
    likes: ["femi", "henrietta", "kenji", "maya"],
    body: md`
      *Chekhov, the plays. A digression, with permission.*

      He writes the word *pause* into them as other people write *enter, left*. It is one word in Russian, one in Czech, one in English, and it is the only word on the page I have never been able to translate.

      A Russian pause, when I was a student in a cold room in Brno and our teacher read us all the parts, was about as long as it takes to decide not to say something. In Prague our actors make it as long as it takes to *think* of something. In London I saw a production in which it lasted as long as it takes to be sure that everyone has noticed.

      Nobody is wrong. A pause is a coin of the country.

      So now when I come to one in prose, where it is not marked, where it is only a full stop that weighs too much, I read the page aloud in the kitchen, and I count.
    `,
    comments: [
      comment(
        "femi",
        ago(57, 6),
        "We mark them with a small arc and a dot, and it means: as long as the person with the stick dares.",
      ),
      comment("henrietta", ago(57, 1), "In eleventh grade it lasts until somebody drops a pencil."),
      comment(
        "maya",
        ago(56, 20),
        "On a dance floor in Buenos Aires I was taught that it lasts until you have stopped wanting it to end. Věra, you were in the room.",
      ),
    ],
  },
  {
    key: "next-book",
    author: "henrietta",
    title: "What we might read when the evenings change",
    tags: ["next-book", "house-notes"],
    kind: "question",
    visibility: "members",
    edited: true,
    minutesAgo: ago(3, 6),
    likes: ["ruth", "wren", "desmond", "maya"],
    body: md`
      After Kenji's nineteen pages we shall need a large house again. Proposed so far:

      | Book | Days at ten pages | Put forward by | Because |
      | --- | ---: | --- | --- |
      | *Moby-Dick* | 62 | Desmond | "for the chapters people skip" |
      | *The Waves*, twice | 46 | Ruth | "once for the sound" |
      | Montaigne, a third of him | 45 | Femi | "he would get on with us" |
      | *Kristin Lavransdatter* | 110 | June | "somebody in it does some work" |

      - [x] Everyone has a copy of the short one
      - [ ] Priya has been asked whether she would like to join us, and is thinking
      - [ ] Say here if there is one you *cannot* face. That counts for more than a vote.
    `,
    comments: [
      comment(
        "siobhan",
        ago(3, 3),
        "I can face any of them. I cannot face the whale in a month when I am also coxing.",
      ),
      comment("june", ago(3, 1), "A hundred and ten days is one winter. I have had longer colds.", [
        comment("ruth", ago(2, 22), "I will follow June into that."),
        comment("maya", ago(2, 20), "So will I, with a map. There are valleys."),
      ]),
      comment(
        "femi",
        ago(2, 4),
        "I withdraw Montaigne in favour of the winter. He will not mind. He would write an essay about it.",
      ),
    ],
  },
  {
    key: "awake",
    author: "femi",
    tags: [],
    visibility: "group",
    group: "small-hours",
    minutesAgo: ago(1, 21),
    likes: ["ruth", "vera"],
    body: "Awake after a concert, too much Brahms in the arms. Reading the same half page of Chōmei as one rocks a pram. Is anyone about?",
    comments: [
      comment("ruth", ago(1, 20, 40), "Here until seven. Quiet night. Two doors, no telephones."),
      comment(
        "kenji",
        ago(1, 20, 15),
        "Here it is already lunch, but I will keep you company. Which half page?",
        [
          comment("femi", ago(1, 20), "The boy who comes to visit and they dig for roots together.", [
            comment(
              "kenji",
              ago(1, 19, 45),
              "He is ten and the man is sixty, and he says that their pleasure is the same. Go to sleep now. It is the right half page.",
            ),
          ]),
        ],
      ),
    ],
  },
  {
    key: "library-stamp",
    author: "maya",
    tags: ["found"],
    visibility: "members",
    minutesAgo: ago(0, 15, 30),
    likes: ["henrietta", "desmond", "wren", "june"],
    body: "My copy came from a library sale with the date slip still in it. It went out once in 1957, once in 1958, and then in 1974 eleven times in a row, every three weeks, somebody keeping it and keeping it. I would give a lot to know whether they finished.",
    comments: [
      comment("desmond", ago(0, 13), "They were reading it standing up."),
      comment(
        "wren",
        ago(0, 11),
        "Look at the inner corner, about two thirds through. If they stopped, the gutter is clean after that.",
        [
          comment(
            "maya",
            ago(0, 10, 20),
            "It is soft to the last page. There is a tiny pencil line under the last word.",
            [comment("henrietta", ago(0, 9, 10), "Well. There is whoever comes next.")],
          ),
        ],
      ),
    ],
  },
  {
    key: "maya-letter",
    author: "maya",
    title: "Letter to H., not sent",
    tags: [],
    visibility: "me",
    minutesAgo: ago(64, 1),
    likes: [],
    body: md`
      You wrote about the half sentences. My grandmother told stories in Arabic, and my mother put them into Swedish one sentence behind her, so that I heard everything twice and never at the same time as anybody else.

      I do not know if that is a letter, or only the first half of
    `,
    comments: [],
  },
];
