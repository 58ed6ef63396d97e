import type { DemoPost } from "../../types.ts";
import { ago, comment, md, removedComment } from "../../write.ts";

export const posts: readonly DemoPost[] = [
  {
    key: "standing-up",
    author: "desmond",
    title: "Reading standing up",
    tags: ["essays"],
    visibility: "members",
    minutesAgo: ago(101, 10),
    likes: ["henrietta", "wren", "femi", "maya", "june", "siobhan"],
    body: md`
      For twenty-six years I have read on the 7 train, standing, with a case of tuning levers between my feet. I should like to put down what I know about it, since nobody has asked.

      **The grip.** Left hand on the pole, book in the right, thumb in the gutter. This means that every book I have read has been opened from one side, and I can tell you that it wears unevenly, like a shoe. Wren has one of mine on her bench now and says she could pick my thumb out of a line-up.

      **The distance.** When the car is full the page is seven inches from the eye. You cannot take in a paragraph at seven inches. You take in a line. I believe that I have read all of Montaigne a line at a time, and that this is why I think of him as a man who is always about to change his mind.

      **The turn.** You cannot turn a page with one hand and hold the pole with the other. You turn in stations. So in a dense book you get about two pages between stops, and if the page runs out in the tunnel you wait, and you look at people. I have done most of my thinking about books at the bottom of right-hand pages, looking at people's shoes.

      **The interruptions.** I used to resent them. A boy dances on the pole; a woman asks if this goes to the ballpark. Then I noticed that I remember those pages best. I can tell you precisely what Ishmael was saying about the whiteness of the whale when a man got on with a double bass. It is as though the book had put out a nail and the day had hung something on it.

      **The company.** One is never the only reader in a car. There is a nurse who has been on the same large blue book since the spring, and a man in painter's whites who reads poems off his telephone and closes his eyes after each. We do not nod. We know each other's stops and we know, within a chapter, how each other is doing. When the nurse came to the end of the blue book she stood for two stations with it shut against her chest, and I, and the painter, and I think one other, looked very carefully at the floor so that she could have the car to herself.

      A piano tuner's work is mostly listening for something to go away. You strike two strings that are nearly the same and you hear a slow beat between them, a kind of wobble, and you turn the pin until the wobble lengthens, and lengthens, and is gone. You never hear the right note arrive. You hear the wrong one leave.

      I believe reading on the train is like that. I do not have a single picture of having *understood* anything. What I have is a number of mornings, somewhere past Queensboro Plaza where the track comes up out of the ground and the whole car turns its face to the window, on which I noticed that something had stopped wobbling.

      My doctor says that I should sit. There is a seat for people my age with a sign above it. I tried it last month. It is warm, the light is good, one has both hands. I read eleven pages and could not tell you one of them.

      So I gave the seat to a woman with a cello, who I felt had more to hold up.
    `,
    comments: [
      comment(
        "wren",
        ago(101, 6),
        "It is the right thumb, slightly turned, with a callus. I have strengthened that corner and left the mark. It seemed rude to take it off.",
      ),
      comment(
        "femi",
        ago(100, 22),
        "You hear the wrong one leave. I read this to my desk partner, who has been tuning against me for nine years, and she went very quiet and then moved her chair two inches closer.",
      ),
      comment(
        "june",
        ago(100, 3),
        "I read in the bow of a boat once, in a calm. I was told off. It was a good page, though.",
        [
          comment("siobhan", ago(99, 21), "I was the one who told you off. What was the book?", [
            comment("june", ago(99, 19), "The tide table."),
          ]),
        ],
      ),
    ],
  },
  {
    key: "june-objects",
    author: "june",
    title: "I do not like Middlemarch",
    tags: ["middlemarch"],
    visibility: "members",
    minutesAgo: ago(74, 4),
    likes: ["desmond", "siobhan", "henrietta", "wren"],
    body: md`
      *Book two, chapter eighteen, the hospital chaplain.*

      Rule three says I may, if I give the page. It is that one. Forty people have opinions about a chaplain, and I have spent the week with them, when I could have varnished the oars.

      She will not leave anybody alone. Somebody puts on a hat and I must be told what the hat means, to him, to the town, and to the human heart. I know some people like that. I cross the road.
    `,
    comments: [
      comment(
        "henrietta",
        ago(74, 2),
        "I have waited thirty years for somebody to say this about the chaplain. Go on.",
      ),
      comment(
        "vera",
        ago(73, 22),
        "It is worse to translate her, June. The sentence comes with its luggage, and the luggage has a sentence.",
        [
          comment("june", ago(73, 20), "Then why do it?", [
            comment(
              "vera",
              ago(73, 18),
              "Because at the end of the luggage there is often a very small thing, wrapped up, and it is exactly what I was ashamed of last Thursday.",
              [comment("june", ago(73, 15), "Hm.")],
            ),
          ]),
        ],
      ),
      removedComment("author", "wren", ago(73, 10), "Skip to book five, the hats stop.", [
        comment("henrietta", ago(73, 9), "Wren, I saw that, and it is not even true about the hats."),
      ]),
      comment(
        "maya",
        ago(73, 3),
        "I skimmed the vote and then had to go back, because I wanted to know how Lydgate had got so tired. It is the vote that does it. He votes against himself to prove he is free and it is the first thing that is not. I am sorry to argue for forty opinions.",
        [
          comment(
            "june",
            ago(72, 20),
            "I had not seen that it was against himself. I was looking at the hats.",
          ),
        ],
      ),
      comment(
        "june",
        ago(12, 6),
        "*The end.* I still do not like her. But on Saturday a young man apologised to me, badly, on the slip, and I found that I knew what the apology was like from the inside, and I let him carry my oars. I was never so considerate before this book and I hold her responsible.",
        [comment("henrietta", ago(12, 4), "I am going to have that engraved.")],
      ),
    ],
  },
  {
    key: "ten-feet-square",
    author: "kenji",
    title: "方丈記: a room ten feet square",
    tags: ["next-book", "japan"],
    visibility: "members",
    minutesAgo: ago(17, 15),
    likes: ["maya", "wren", "henrietta", "vera", "femi"],
    body: md`
      *Not our book. Perhaps a next one, between two large ones.*

      It is very short. In my typesetting it is nineteen pages. A man of about sixty, **鴨長明** (Kamo no Chōmei), has seen in one life a great fire, a whirlwind, a famine, an earthquake, and the moving of the capital. He writes down each one, with the number of houses. Then he leaves the city and builds a hut of one *jō* square, about three metres, with hooks at the corners, so that it can be taken apart and carried on two carts.

      Then he describes the hut. A shelf, a picture, a *biwa* and a *koto* leaning on the wall, a place for ferns to sleep on. A small boy who comes to visit. That is all.

      What I like best is the last page. He has made the perfect small house, he is at peace, and then he asks himself whether he is not too fond of it. He has no answer. He says a prayer two or three times, and signs it.

      I print it every ten years. I have done it twice. The first time I thought that the disasters were the book. The second time I thought the hut was the book. Next year I will print it again, and I am a little afraid of the last page.
    `,
    comments: [
      comment(
        "maya",
        ago(17, 11),
        "Two carts. I have counted my boxes: nine. I would like to read this with you.",
      ),
      comment("desmond", ago(17, 6), "How many instruments did you say? In ten feet? I like him already."),
      comment(
        "wren",
        ago(16, 22),
        "If you send sheets I will sew them. Nineteen pages is a pamphlet stitch, five holes. We could each have one.",
        [
          comment(
            "kenji",
            ago(16, 10),
            "I will print twelve. One for the table, and one for whoever comes next.",
          ),
        ],
      ),
      comment("henrietta", ago(16, 4), "Then that is settled, isn't it. Nobody voted and everybody did."),
    ],
  },
  {
    key: "lists",
    author: "siobhan",
    title: "Lists, in the manner of Sei Shōnagon",
    tags: ["lists", "between-books"],
    visibility: "members",
    minutesAgo: ago(8, 9),
    likes: ["maya", "june", "wren", "vera", "desmond", "kenji"],
    body: md`
      *Between books.* She made a hundred and more of these a thousand years ago, and I cannot see that anyone has improved on the form. The rule: a heading, at least four things, no explaining.

      ### Things that are quieter than they should be

      - a town the morning after its fair
      - a baby looking at a lamp
      - somebody who has just been right
      - the sixth oar

      Your turn.
    `,
    comments: [
      comment(
        "ruth",
        ago(8, 7),
        "**Things that weigh more at night**\n\n- a door\n- the word *comfortable*\n- a telephone, before it rings\n- one shoe",
      ),
      comment(
        "kenji",
        ago(8, 2),
        "**Things that are better slightly crooked**\n\n- a line set by an apprentice\n- the gate\n- chopsticks put down in the middle of a good story\n- an old teacher's hat",
      ),
      comment(
        "june",
        ago(7, 22),
        "**Things one is told are nearly finished**\n\n- the harbour wall\n- varnishing\n- grief\n- a sentence by that woman",
        [comment("henrietta", ago(7, 20), "You have made me laugh out loud in a doctor's waiting room.")],
      ),
      comment(
        "maya",
        ago(7, 12),
        "**Things that are not on the map**\n\n- where the smell of bread begins\n- the side of the street one's grandmother walked on\n- a shortcut, once it has been shown to too many people\n- the sea, on a map of the sea",
      ),
      comment(
        "wren",
        ago(6, 15),
        "**Things that come loose first**\n\n- the last page\n- a good habit\n- the corner everybody holds it by\n- me",
      ),
    ],
  },
];
