import type { Starters } from "./starter";

/** In English. */
export const en: Starters = {
  rules: [
    "Be kind. Speak to people as you would at a table.",
    "Stay with what this place is for.",
    "What is said among members stays among members.",
  ],
  welcome: {
    title: "Welcome",
    body: "This is the first post of a new place. Edit it: say in your own words what you want to do together, who it is for, and what happens next.\n\nSample posts such as this one go with one press; what you edit stays.",
    tags: ["welcome"],
  },
  hello: {
    title: "Say hello here",
    body: "Three lines are enough:\n\n- what people call you\n- what brought you here\n- one thing others may ask you about",
    tags: ["hello"],
  },
  purposes: {
    neighbourhood: {
      tagline: "Neighbours who help each other and know what is going on.",
      description:
        "For everybody who lives around here: lend a ladder, find a sitter, hear about the road works first.",
      rule: "No addresses or door codes in posts; send them to the person who needs them.",
      groups: [
        { name: "Lending and giving", description: "Tools, furniture, too many courgettes." },
        { name: "Street and traffic", description: "What the council plans, and what we think of it." },
        { name: "Children and families", description: "Playgrounds, sitters, school runs." },
      ],
      post: {
        title: "Who has a long ladder to lend?",
        body: "Only for Saturday morning. I bring it back clean, with cake.",
        tags: ["lending"],
      },
    },
    club: {
      tagline: "What we love to do, with people who love it too.",
      description:
        "Meet, show what you made, ask what you always wanted to know. Beginners are as welcome as old hands.",
      rule: "Everybody began once: answer questions patiently.",
      groups: [
        { name: "Beginners", description: "No question is too small." },
        { name: "Show and tell", description: "What you made, found or finished." },
      ],
      post: {
        title: "What are you working on this week?",
        body: "A photo, a sentence, a problem: anything goes. Half-finished things are the best to talk about.",
        tags: ["show-and-tell"],
      },
    },
    project: {
      tagline: "The people who build it and the people who use it.",
      description:
        "Help with using it, plans for what comes next, and a way in for everybody who wants to take part.",
      rule: "Report security problems to the maintainers in private, never in a post.",
      groups: [
        { name: "Help", description: "How do I …? Say what you tried and what happened." },
        { name: "Development", description: "Design, reviews, releases." },
        { name: "Documentation", description: "Words are contributions too." },
      ],
      post: {
        title: "Good first tasks",
        body: "New here? Pick one, say so in a comment, and ask as much as you like:\n\n- try the installation guide on your machine and note where you stumbled\n- improve an error message that once cost you time\n- answer one question under Help",
        tags: ["contribute"],
      },
    },
    profession: {
      tagline: "Colleagues beyond one's own company.",
      description:
        "Trade experience, ask for a second opinion, hear about positions before they are advertised.",
      rule: "No names of clients, no secrets of employers, no advertising outside its group.",
      groups: [
        { name: "Positions", description: "Offered and wanted. Say what it pays." },
        { name: "Second opinion", description: "Cases without names, and what others would do." },
      ],
      post: {
        title: "What have you changed your mind about lately?",
        body: "A tool, a method, a piece of advice you used to give: what was it, and what changed it?",
        tags: ["practice"],
      },
    },
    events: {
      tagline: "What is on around here, and who comes along.",
      description: "Dates worth leaving the house for. Announce yours, find company for others.",
      rule: "Announce only what you organise or will go to yourself.",
      groups: [
        { name: "Organisers", description: "Rooms, dates, helping hands." },
        { name: "Going together", description: "Nobody has to go alone." },
      ],
      post: {
        title: "Who comes along on Friday?",
        body: "I go for the first time and know nobody yet. We could meet at the entrance a quarter of an hour earlier.",
        tags: ["company"],
      },
    },
    learning: {
      tagline: "We learn the same thing at the same time.",
      description:
        "A group that goes through a course together: weekly tasks, open questions, and people who notice when you are missing.",
      rule: "Show how you got there: others learn from the way, not from the solution.",
      groups: [
        { name: "Questions", description: "Whatever does not make sense yet." },
        { name: "Study partners", description: "Two or three people, a fixed hour a week." },
      ],
      post: {
        title: "Week 1: what do you want to be able to do at the end?",
        body: "Write one sentence that begins with “I can”. We come back to it in the last week.",
        tags: ["week-1"],
      },
    },
  },
};
