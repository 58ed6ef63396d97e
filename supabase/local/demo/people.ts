import type { DemoPerson } from "./types.ts";

const BUENOS_AIRES = "America/Argentina/Buenos_Aires";
const LONDON = "Europe/London";
const CAIRO = "Africa/Cairo";
const NEW_YORK = "America/New_York";

function person<const Key extends string>(
  key: Key,
  name: string,
  locale: string,
  timeZone: string,
  bio: string,
): DemoPerson & { readonly key: Key } {
  return { key, email: `${key}@demo.archipelago.test`, name, bio, locale, timeZone };
}

const everywhere = [
  person(
    "maya",
    "Maya Haddad-Lindqvist",
    "en",
    LONDON,
    "Cartographer. Born in Beirut, raised in Malmö, now beside a muddy estuary in England. I row badly, dance a little, grow coriander on a windowsill and read slowly.",
  ),
  {
    ...person(
      "staff",
      "Noor Vandersteen",
      "en",
      "Europe/Brussels",
      "I help look after the network. Write to me if a community needs a hand.",
    ),
    staff: true,
  },
] as const;

const tango = [
  person(
    "lucia",
    "Lucía Fernández Quiroga",
    "es-AR",
    BUENOS_AIRES,
    "Abrí la milonga en el galpón de mi abuelo. De día restauro persianas.",
  ),
  person(
    "osvaldo",
    "Osvaldo Benedetti",
    "es-AR",
    BUENOS_AIRES,
    "Cuarenta años de guinche en el puerto, cincuenta de musicalizador. Tengo los discos y la espalda para probarlo.",
  ),
  person(
    "ximena",
    "Ximena Ñancupil Arriagada",
    "es-CL",
    BUENOS_AIRES,
    "Zapatera. Hago pocos pares y los hago a mano.",
  ),
  person(
    "pilar",
    "Pilar Ibáñez",
    "es-AR",
    BUENOS_AIRES,
    "Enseño a caminar desde 1989. Todavía estoy aprendiendo.",
  ),
  person(
    "tomas",
    "Tomás Rearte",
    "es-AR",
    BUENOS_AIRES,
    "Estudiante de ingeniería hidráulica. Bailo hace once meses, se nota.",
  ),
  person(
    "graciela",
    "Graciela Pugnali",
    "es-AR",
    BUENOS_AIRES,
    "Jubilada del Correo. Los jueves no me llamen.",
  ),
  person("ariel", "Ariel Szwarcbaum", "es-AR", BUENOS_AIRES, "Bandoneonista. Afino también los de otros."),
  person(
    "soledad",
    "Soledad Achával",
    "es-AR",
    BUENOS_AIRES,
    "Estoy en la puerta: la cara que primero saluda y la que dice que no queda lugar.",
  ),
  person(
    "itziar",
    "Itziar Goikoetxea Etxeberria-Mendizabal",
    "es-ES",
    "Europe/Madrid",
    "De Bilbao. Arquitecta de noche, bailarina de más noche.",
  ),
  person(
    "joaquim",
    "João Joaquim de Albuquerque e Vasconcelos",
    "pt-BR",
    "America/Sao_Paulo",
    "Médico em Porto Alegre. Atravesso a fronteira por um bom Di Sarli.",
  ),
  person(
    "kenji",
    "佐藤健二",
    "ja",
    "Asia/Tokyo",
    "東京で活版印刷をしています。年に一度はブエノスアイレスへ。",
  ),
  person("vera", "Věra Dvořáčková", "cs", "Europe/Prague", "Překladatelka. Tango ve středu, knihy pořád."),
  person(
    "camilo",
    "Camilo Restrepo Zuluaga",
    "es-CO",
    "America/Bogota",
    "Luthier en Medellín. Guitarras, tiples y algún violín ajeno.",
  ),
  person(
    "nadia",
    "Nadia Bensalem",
    "fr",
    "Europe/Paris",
    "De Tunis à Marseille. Je danse, je jardine sur un toit trop petit.",
  ),
  person("rolando", "Rolando Vacarezza", "es-AR", BUENOS_AIRES, "Viajes y entradas."),
] as const;

const harbour = [
  person(
    "eleanor",
    "Eleanor Trevanion",
    "en-GB",
    LONDON,
    "Harbour pilot, retired. Captain of the club, not retired.",
  ),
  person(
    "dafydd",
    "Dafydd Prys-Llywelyn",
    "cy",
    LONDON,
    "Boatman. If it is varnished I have probably sanded it.",
  ),
  person(
    "amara",
    "Amara Okonkwo",
    "en-GB",
    LONDON,
    "Paramedic. Water safety, first aid, and the person who counts you back in.",
  ),
  person(
    "siobhan",
    "Siobhán Ní Dhomhnaill",
    "ga",
    "Europe/Dublin",
    "Cox. Small, loud on the water, quiet off it.",
  ),
  person(
    "priya",
    "Priya Venkataraghavan",
    "en-GB",
    LONDON,
    "Coastal engineer. I measure mud for a living and write small programs for pleasure.",
  ),
  person(
    "callum",
    "Callum MacAskill",
    "gd",
    LONDON,
    "Juniors' coach. School librarian the rest of the week.",
  ),
  person(
    "june",
    "June Whitlock",
    "en-GB",
    LONDON,
    "Treasurer since the club had a tin. Seventy-six and still in the bow seat.",
  ),
  person("piotr", "Piotr Wiśniewski", "pl", LONDON, "Boatbuilder from Gdańsk. Cedar, larch, patience."),
  person("yusuf", "Yusuf Demirtaş", "tr", LONDON, "Baker, which is why dawn outings suit me."),
  person(
    "femi",
    "Ọlúwafẹ́mi Adébáyọ̀-Smith",
    "en-GB",
    LONDON,
    "Violist in a county orchestra. Stroke side, and still counting rests.",
  ),
  person("tobias", "Tobias Fenwick-Harcourt", "en-GB", LONDON, "I like going fast in straight lines."),
  person(
    "hanh",
    "Nguyễn Thị Hồng Hạnh",
    "vi",
    LONDON,
    "Marine biologist. Eelgrass mostly, people occasionally.",
  ),
  person(
    "keoni",
    "Keoni Kaʻaukai",
    "en",
    "Pacific/Honolulu",
    "Paddler and boat painter, between Hilo and wherever the next job is.",
  ),
] as const;

const bustan = [
  person(
    "salma",
    "سلمى عبد الرحمن",
    "ar-EG",
    CAIRO,
    "مهندسة زراعية، أزرع على سطح بيتنا في شبرا منذ تسع سنوات.",
  ),
  person("hassan", "حسن الشاذلي", "ar-EG", CAIRO, "مدرّس أحياء متقاعد. أجمع البذور كما كان أبي يجمع الطوابع."),
  person("mariam", "مريم جرجس", "ar-EG", CAIRO, "صيدلانية، وعندي ضعف أمام النباتات العطرية."),
  person(
    "karim",
    "كريم منصور",
    "ar-EG",
    CAIRO,
    "مهندس إلكترونيات. أحاول أن أقنع الطماطم بأن الحساسات صديقتها.",
  ),
  person("hoda", "هدى السيد عبد الحميد", "ar-EG", CAIRO, "ربّة بيت من إمبابة، أزرع ما نأكله ونأكل ما أزرعه."),
  person("tarek", "طارق زين الدين", "ar-EG", CAIRO, "نجّار. أصنع أحواض الزراعة من خشب الطبالي القديمة."),
  person("layla", "ليلى الأنصاري", "ar-EG", CAIRO, "من الإسكندرية، حيث يزرع المرء ضد الريح والملح."),
  person(
    "ibrahim",
    "إبراهيم محمد عبد العزيز أبو الفتوح الدمنهوري",
    "ar-EG",
    CAIRO,
    "فلّاح من البحيرة انتقل إلى شقة في فيصل ولم يقتنع بعد.",
  ),
  person("idris", "إدريس بن موسى", "ar-MA", "Africa/Casablanca", "من طنجة. النعناع عندنا ليس رفاهية."),
] as const;

const lantern = [
  person(
    "henrietta",
    "Henrietta Vaughn-Castellanos",
    "en-US",
    NEW_YORK,
    "I taught eleventh grade for thirty-one years and have finally started reading.",
  ),
  person(
    "desmond",
    "Desmond Achebe-Laurent",
    "en-US",
    NEW_YORK,
    "Piano tuner in Queens. I read on the train, standing.",
  ),
  person("ruth", "Ruth Abramowitz", "en-US", NEW_YORK, "Night nurse, day sleeper, margin writer."),
  person(
    "wren",
    "Wren Takahashi-Bell",
    "en-US",
    "America/Chicago",
    "Bookbinder's apprentice. I like a book that lies flat.",
  ),
] as const;

const forge = [
  person(
    "bram",
    "Bram van der Westhuizen",
    "en-ZA",
    "Africa/Johannesburg",
    "Blacksmith. Gates, hinges, the odd weathervane.",
  ),
  person(
    "marisol",
    "Marisol Tekle-Haimanot",
    "en",
    "Africa/Addis_Ababa",
    "Weaver. Four looms, one of them mine.",
  ),
] as const;

/** Everybody on the demo network, once each, however many communities they are in. */
export const people = [...everywhere, ...tango, ...harbour, ...bustan, ...lantern, ...forge] as const;

export type PersonKey = (typeof people)[number]["key"];
