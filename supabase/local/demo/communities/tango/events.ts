import type { DemoEvent } from "../../types.ts";
import { md } from "../../write.ts";

const BUENOS_AIRES = "America/Argentina/Buenos_Aires";
const galpon = { venue: "Galpón del Puerto", city: "Buenos Aires", country: "Argentina" };

export const events: readonly DemoEvent[] = [
  {
    key: "milonga-trio",
    title: "Milonga con trío en vivo",
    description: md`
      Ariel en bandoneón, con piano y contrabajo. Dos entradas de media hora, a las 0:15 y a la 1:30; el resto lo pone Osvaldo.

      La clase previa es de Pilar: *caminar cuando hay gente delante*. Las mesas se guardan hasta las 23:00 y después son de quien las ocupe.
    `,
    organizer: "lucia",
    allDay: false,
    startsInDays: 5,
    startTime: "22:00",
    durationMinutes: 300,
    timeZone: BUENOS_AIRES,
    place: galpon,
  },
  {
    key: "practica-mate",
    title: "Práctica de domingo, con mate",
    description: md`
      Sin clase y sin cabeceo: acá se pregunta de palabra y se prueba. Traé medias gruesas, el piso está recién encerado. Si querés trabajar el otro rol, este es el día.
    `,
    organizer: "pilar",
    allDay: false,
    startsInDays: 12,
    startTime: "17:00",
    durationMinutes: 180,
    timeZone: BUENOS_AIRES,
    place: galpon,
  },
  {
    key: "encuentro",
    title: "Encuentro del Riachuelo: tres días de baile y oficio",
    description: md`
      Tres días en el galpón. De mañana, talleres de oficio; de tarde, clases; de noche, milonga.

      | Día | Mañana | Tarde | Noche |
      | --- | --- | --- | --- |
      | Primero | Suelas y tacos, con Ximena | Caminar, con Pilar | Osvaldo |
      | Segundo | Cómo se afina un bandoneón, con Ariel | Vals | Cabina abierta |
      | Tercero | Mate y asamblea | Milonga con traspié | Trío en vivo |

      Hay doce colchones en el altillo para quien viene de lejos. Escribile a Soledad.
    `,
    organizer: "lucia",
    allDay: true,
    startsInDays: 41,
    days: 3,
    timeZone: BUENOS_AIRES,
    place: galpon,
  },
  {
    key: "escucha",
    title: "Escucha en línea: el piano en la orquesta de D'Arienzo",
    description: md`
      Una hora y media de escuchar sentados. Seis grabaciones, tres pianistas, y la pregunta de siempre: quién empuja a quién. No hace falta saber música; hace falta tener auriculares.
    `,
    organizer: "osvaldo",
    allDay: false,
    startsInDays: 19,
    startTime: "19:30",
    durationMinutes: 90,
    timeZone: BUENOS_AIRES,
    onlineUrl: "https://example.org/escucha/piano",
  },
  {
    key: "vereda",
    title: "Milonga en la vereda",
    description: md`
      Se suspende por pronóstico de sudestada: el río va a estar en la vereda antes que nosotros. La pasamos para más adelante y avisamos por acá.
    `,
    organizer: "soledad",
    allDay: false,
    startsInDays: 2,
    startTime: "18:00",
    durationMinutes: 240,
    timeZone: BUENOS_AIRES,
    place: { venue: "Vereda del galpón, lado del río", city: "Buenos Aires", country: "Argentina" },
    cancelled: true,
  },
  {
    key: "despedida-elvira",
    title: "La última tanda de Elvira",
    description: md`
      Nos juntamos temprano, antes de la milonga, para recordarla. Osvaldo pone los tres valses que pedía siempre. Quien quiera, que traiga una historia corta.
    `,
    organizer: "graciela",
    allDay: false,
    startsInDays: -24,
    startTime: "20:00",
    durationMinutes: 90,
    timeZone: BUENOS_AIRES,
    place: galpon,
  },
];
