import type { DemoEvent } from "../../types.ts";
import { md } from "../../write.ts";

const NEW_YORK = "America/New_York";

export const events: readonly DemoEvent[] = [
  {
    key: "aloud",
    title: "Reading aloud, chapter by chapter",
    description: md`
      An hour on the line. Each of us reads three pages and passes on. Cameras off if you like, kettles welcome. We begin wherever the slowest reader is, and nobody says who that is.
    `,
    organizer: "henrietta",
    allDay: false,
    startsInDays: 6,
    startTime: "19:00",
    durationMinutes: 75,
    timeZone: NEW_YORK,
    onlineUrl: "https://example.org/lantern/aloud",
  },
  {
    key: "vigil",
    title: "The long night: one book, dusk to breakfast",
    description: md`
      At Ruth's, on the one night a year she is not on shift. We read *The Waves* from the first page to the last, taking turns, with a lamp at each end of the table. Sleep is allowed. Whoever wakes reads next.
    `,
    organizer: "ruth",
    allDay: false,
    startsInDays: 33,
    startTime: "20:30",
    durationMinutes: 600,
    timeZone: NEW_YORK,
    place: { venue: "Ruth's kitchen", city: "Hudson", country: "United States" },
  },
  {
    key: "silent-weekend",
    title: "Silent weekend",
    description: md`
      Three days, a cold house by a lake, one long table. No talking until supper. Bring a book you have been avoiding and slippers.
    `,
    organizer: "desmond",
    allDay: true,
    startsInDays: 47,
    days: 3,
    timeZone: NEW_YORK,
    place: { venue: "The lake house", city: "Cold Spring", country: "United States" },
  },
  {
    key: "binding",
    title: "Mending afternoon with Wren",
    description: md`
      Called off: the pipes have burst over the bindery, and Wren is drying four hundred sheets on a clothes line. We will find another day. Keep your broken hinges in a bag with the crumbs.
    `,
    organizer: "wren",
    allDay: false,
    startsInDays: 10,
    startTime: "14:00",
    durationMinutes: 180,
    timeZone: "America/Chicago",
    place: { venue: "The bindery, back door", city: "Chicago", country: "United States" },
    cancelled: true,
  },
  {
    key: "last-page",
    title: "The last page of Middlemarch",
    description: md`
      We read the final chapter together and then did not say anything for a while. Ten people, five time zones, one dog.
    `,
    organizer: "henrietta",
    allDay: false,
    startsInDays: -13,
    startTime: "15:00",
    durationMinutes: 90,
    timeZone: NEW_YORK,
    onlineUrl: "https://example.org/lantern/last-page",
  },
];
