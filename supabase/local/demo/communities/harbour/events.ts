import type { DemoEvent } from "../../types.ts";
import { md } from "../../write.ts";

const LONDON = "Europe/London";
const slip = { venue: "The salt store, lower slip", city: "Wrackham", country: "United Kingdom" };

export const events: readonly DemoEvent[] = [
  {
    key: "dawn-row",
    title: "Dawn outing, two gigs",
    description: md`
      Meet at the salt store, boats down by ten past, back before the slip dries. *Patience* goes up to the oyster perches, *Kittiwake* follows and is not to overtake.

      Bring a dry layer in a bag that floats. Yusuf has promised a tray.
    `,
    organizer: "siobhan",
    allDay: false,
    startsInDays: 3,
    startTime: "05:45",
    durationMinutes: 135,
    timeZone: LONDON,
    place: slip,
  },
  {
    key: "regatta",
    title: "Wrackham Regatta",
    description: md`
      Eleven clubs, nineteen boats, one river. First start at the upper marker when the flood has an hour left to run.

      1. Novice gigs, one mile
      2. Ladies' and men's gigs, two miles
      3. Mixed, over fifty, cox's choice of course
      4. Skiffs round the moored dredger
      5. The bakers' race, which is not explained to visitors

      Prizes at the salt store. Parking by the church, not on the hard: the hard goes under.
    `,
    organizer: "eleanor",
    allDay: true,
    startsInDays: 26,
    days: 1,
    timeZone: LONDON,
    place: { venue: "Upper marker to the salt store", city: "Wrackham", country: "United Kingdom" },
  },
  {
    key: "night-row",
    title: "Night row on the top of the springs",
    description: md`
      Once a year the tide, the moon and the harbourmaster agree. We launch late, ride the last of the flood to the bridge, turn in slack water and come home on the ebb with the lamps lit.

      Experienced rowers only, lights checked by Amara before we go. Soup at whatever time that turns out to be.
    `,
    organizer: "amara",
    allDay: false,
    startsInDays: 15,
    startTime: "22:30",
    durationMinutes: 210,
    timeZone: LONDON,
    place: slip,
  },
  {
    key: "coast-tour",
    title: "Four days along the coast",
    description: md`
      *Patience* and one skiff, four legs between eight and fourteen miles, sleeping in three village halls and one very kind person's barn. Ten places: six rowing, two coxing, two driving the van with the tents.

      Training weekend first. If you are unsure whether you can, you probably can; ask Callum.
    `,
    organizer: "callum",
    allDay: true,
    startsInDays: 58,
    days: 4,
    timeZone: LONDON,
    place: { venue: "From the lower slip, westwards", city: "Wrackham", country: "United Kingdom" },
  },
  {
    key: "tide-evening",
    title: "Reading a tide table without crying",
    description: md`
      An hour online with Priya. Why the tide is late, why twelfths are good enough, and how to tell from your kitchen whether there will be water on the slip. Questions from complete beginners are the point.
    `,
    organizer: "priya",
    allDay: false,
    startsInDays: 9,
    startTime: "19:00",
    durationMinutes: 60,
    timeZone: LONDON,
    onlineUrl: "https://example.org/rooms/tide-evening",
  },
  {
    key: "varnish-day",
    title: "Varnish day",
    description: md`
      Every oar, both sides, second coat. Old clothes, own brush if you have a good one, no talking about politics until the lids are on.
    `,
    organizer: "dafydd",
    allDay: false,
    startsInDays: -17,
    startTime: "09:30",
    durationMinutes: 390,
    timeZone: LONDON,
    place: slip,
  },
];
