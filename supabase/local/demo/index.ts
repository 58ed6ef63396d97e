import { bustan } from "./communities/bustan.ts";
import { forge } from "./communities/forge.ts";
import { harbour } from "./communities/harbour.ts";
import { lantern } from "./communities/lantern.ts";
import { tango } from "./communities/tango.ts";
import { type PersonKey, people } from "./people.ts";
import type { DemoNetwork, DemoSignIn } from "./types.ts";

/** The password of every demo account. */
export const demoPassword = "island-hopping-2026";

/** Five communities and their people, with all times relative to the moment of seeding. */
export const demo: DemoNetwork = { people, communities: [tango, harbour, bustan, lantern, forge] };

function signIn(key: PersonKey, what: string): DemoSignIn {
  const { name, email } = people.find((person) => person.key === key) ?? people[0];
  return { who: name, email, password: demoPassword, what };
}

/** The accounts to try first, in the order in which they are shown. */
export const demoSignIns: readonly DemoSignIn[] = [
  signIn("maya", "Member of four communities, in Spanish, English and Arabic"),
  signIn("lucia", "Owner of Milonga del Puerto, which is on its own domain"),
  signIn("amara", "Moderator of Harbour Rowing Club"),
  signIn("henrietta", "Owner of The Lantern Circle, which outsiders cannot see"),
  signIn("staff", "Looks after the whole network"),
];
