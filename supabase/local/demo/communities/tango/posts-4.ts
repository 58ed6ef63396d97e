import type { DemoPost } from "../../types.ts";
import { ago, comment, md } from "../../write.ts";

export const posts: readonly DemoPost[] = [
  {
    key: "fuelle",
    author: "ariel",
    title: "Qué escucho cuando digo que un bandoneón respira",
    tags: ["oficio", "bandoneón"],
    visibility: "public",
    minutesAgo: ago(38, 12),
    likes: ["osvaldo", "camilo", "kenji", "joaquim", "lucia"],
    body: md`
      Un bandoneón tiene dos teclados y cada botón da una nota abriendo y otra cerrando. Es decir: para tocar una escala simple hay que saber cuatro disposiciones distintas. Nadie en su sano juicio lo hubiera inventado así para venderlo.

      Pero de esa incomodidad sale lo que ustedes bailan.

      1. **Abrir** es fácil: la gravedad ayuda, la pierna acompaña, el sonido se ensancha.
      2. **Cerrar** cuesta. Suena más seco, más apretado. Muchos fraseos famosos se tocan solo abriendo y se recupera el aire de golpe con la válvula, en silencio, en el lugar donde ustedes creen que hay una pausa.
      3. Esa pausa no es una decisión artística. Es un señor quedándose sin fuelle.

      Con los años, claro, se volvió una decisión artística.

      Cuando afino un instrumento ajeno le saco el polvo a las lengüetas, que son de acero, y siempre hay algo más que polvo. Encontré un boleto de tranvía, una hebilla y, en uno de 1931, un papel que decía *mi bemol perdoname*. Lo dejé adentro.
    `,
    comments: [
      comment("kenji", ago(38, 2), "Quiero imprimir «mi bemol perdoname». ¿Me permite?", [
        comment("ariel", ago(37, 23), "El permiso habría que pedírselo al mi bemol. De mi parte, sí."),
      ]),
      comment(
        "camilo",
        ago(37, 18),
        "En las guitarras viejas aparecen púas, arroz y una vez un diente de leche. Nadie lo reclamó.",
      ),
    ],
  },
  {
    key: "frontera",
    author: "joaquim",
    title: "Cruzo la frontera para el encuentro: hay tres lugares en el auto",
    tags: ["viajes", "encuentro"],
    visibility: "members",
    minutesAgo: ago(2, 18),
    likes: ["lucia", "soledad", "osvaldo"],
    body: md`
      Salgo de Porto Alegre dos días antes, duermo en el camino y llego para el taller de suelas. El auto es viejo y tiene buen carácter.

      - [x] Papeles del auto
      - [x] Discos para la cabina, envueltos en toallas
      - [ ] Alguien que maneje de noche mejor que yo
      - [ ] Alguien que sepa cebar mate en movimiento sin quemar al conductor

      No cobro nada. Se paga con conversación. *Quem quiser vir, que venha leve.*
    `,
    comments: [
      comment(
        "camilo",
        ago(2, 11),
        "Yo vuelo hasta Porto Alegre si me llevás una guitarra además de mí. Manejo de noche, no cebo.",
        [comment("joaquim", ago(2, 10), "Guitarra adelante, colombiano atrás. Está hecho.")],
      ),
      comment(
        "soledad",
        ago(2, 4),
        "Les reservo dos colchones. El de la ventana hace ruido pero se ve el río.",
      ),
    ],
  },
  {
    key: "trio-partitura",
    author: "camilo",
    tags: ["música", "pedidos"],
    visibility: "public",
    minutesAgo: ago(54, 15),
    likes: ["ariel"],
    body: "Busco una parte de segunda guitarra para vals, escrita a mano o como sea, de las que se usaban para acompañar cantores de barrio. No de disco: de las otras, las que pasaban de mano en mano con manchas de vino.",
    comments: [
      comment(
        "ariel",
        ago(54, 4),
        "Tengo un cuaderno de mi tío con once valses. Las manchas son de café, ¿sirve igual?",
        [comment("camilo", ago(54, 1), "El café lo respeto más.")],
      ),
    ],
  },
  {
    key: "ronda-trabada",
    author: "tomas",
    title: "Un modelo del atasco",
    tags: ["ronda", "ingeniería"],
    visibility: "public",
    minutesAgo: ago(41, 20),
    likes: ["itziar", "pilar", "kenji", "maya"],
    body: md`
      En el curso de Canales vimos ondas de tránsito y no pude no pensarlo. Si cada pareja reacciona con un retardo a la de adelante, una sola que se detiene dos tiempos produce un frenazo que viaja **hacia atrás** por toda la ronda. La pareja que lo causó ya se fue y no se entera.

      Conté el jueves desde el altillo:

      | Parejas en la ronda | Atascos por tanda | Vuelta completa (temas) |
      | ---: | ---: | ---: |
      | 14 | 0 | 1,5 |
      | 22 | 2 | 2 |
      | 31 | 7 | no se completó |

      Conclusión provisoria: lo que arregla la ronda no es ir más rápido, es *no cerrar el hueco de golpe*. O sea, lo que dice Pilar con las sillas, pero con una tabla.
    `,
    comments: [
      comment("pilar", ago(41, 17), "Treinta años y me lo explica un chico con una tabla. La imprimo."),
      comment("graciela", ago(41, 15), "¿Estuviste contando desde el altillo en vez de bailar?", [
        comment("tomas", ago(41, 14), "Solo hasta la medianoche.", [
          comment("graciela", ago(41, 13), "La próxima contás mientras bailás, como todos."),
        ]),
      ]),
    ],
  },
  {
    key: "maya-visita",
    author: "maya",
    tags: ["lejos"],
    visibility: "public",
    minutesAgo: ago(0, 9, 15),
    likes: ["graciela", "nadia", "lucia", "kenji"],
    body: "Saqué pasaje para el encuentro. Llevo los zapatos en el bolso de mano por si la valija decide quedarse en Madrid.",
    comments: [
      comment("graciela", ago(0, 7), "La mesa del fondo tiene lugar."),
      comment("itziar", ago(0, 6, 30), "Si se queda en Madrid me avisas y la rescato."),
      comment("soledad", ago(0, 3, 10), "Colchón cuatro, el que no cruje. Está anotado."),
    ],
  },
  {
    key: "maya-borrador",
    author: "maya",
    title: "Para contarle a Elvira",
    tags: ["borrador"],
    visibility: "me",
    minutesAgo: ago(27, 2),
    likes: [],
    body: md`
      No lo publico todavía.

      - el vaso de soda
      - que me decía «sueca» aunque le expliqué tres veces lo de Beirut
      - cómo levantaba el mentón: no pedía, avisaba
      - preguntar a Graciela de qué color eran los botones
    `,
    comments: [],
  },
  {
    key: "turnos-puerta",
    author: "soledad",
    title: "Turnos de puerta del mes",
    tags: ["organización"],
    kind: "announcement",
    visibility: "group",
    group: "puerta",
    edited: true,
    minutesAgo: ago(6, 2),
    likes: ["lucia", "tomas"],
    body: md`
      | Jueves | 21:30 a 0:00 | 0:00 a cierre | Llaves |
      | --- | --- | --- | --- |
      | Primero | Sole | Tomi | Lucía |
      | Segundo | Pilar (llega de la clase, tardará diez minutos) | Sole | Lucía |
      | Tercero | Sole | Osvaldo no, que está en cabina: **falta alguien** | Sole |
      | Cuarto | Tomi | Sole | Lucía |

      - [x] Cambio de la caja en billetes chicos
      - [x] Copia de la llave del candado nuevo
      - [ ] Linterna para la escalera del altillo
      - [ ] Tercer jueves, segundo turno
    `,
    comments: [
      comment(
        "tomas",
        ago(5, 20),
        "El tercero lo hago yo, pero a las dos me tengo que ir porque rindo a las ocho.",
      ),
      comment("lucia", ago(5, 18), "A las dos te reemplazo. Suerte con Hidráulica.", [
        comment("tomas", ago(5, 17), "Gracias. Es Canales. Peor."),
      ]),
    ],
  },
];
