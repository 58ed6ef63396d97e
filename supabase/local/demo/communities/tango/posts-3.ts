import type { DemoPost } from "../../types.ts";
import { ago, comment, md } from "../../write.ts";

export const posts: readonly DemoPost[] = [
  {
    key: "rol-doble",
    author: "ximena",
    title: "Propuesta: que los primeros domingos se practique el otro rol",
    tags: ["propuestas", "roles"],
    visibility: "members",
    minutesAgo: ago(19, 13),
    likes: ["nadia", "vera", "itziar", "tomas", "maya", "kenji"],
    body: md`
      Propongo algo chico. El primer domingo del mes, en la práctica, quien quiera trabaja el rol que no hace los jueves. Sin obligación y sin explicaciones.

      **A favor**

      - Quien lleva aprende lo que pesa una mano apurada.
      - Quien sigue deja de esperar que alguien venga.
      - En la zapatería ya me pidieron tres pares «para los dos lados».

      **En contra, para ser justa**

      - La práctica tiene dos horas y media y hay gente que no tiene otra.
      - Somos dispares en número y puede quedar alguien mirando.

      ¿Qué les parece?
    `,
    comments: [
      comment(
        "osvaldo",
        ago(19, 9),
        "Yo soy de los que van a decir que no, así que lo digo y me lo saco de encima. La milonga es un lugar donde hay un orden y el orden descansa. Si todo se negocia, no descansa nadie.",
        [
          comment(
            "vera",
            ago(19, 7),
            "Pero es la práctica, no la milonga. En la práctica no se descansa, se trabaja.",
            [comment("osvaldo", ago(19, 6), "Eso es cierto. Leí «domingo» y me fui al jueves solo.")],
          ),
          comment(
            "graciela",
            ago(19, 5),
            "Cacho, vos en el 61 bailabas con tu hermano en el patio de casa. Te vi. Hacías de mujer y lo hacías muy bien.",
            [
              comment(
                "osvaldo",
                ago(19, 4),
                "Todos aprendíamos así. Los varones practicaban entre ellos, nadie lo llamaba propuesta.",
                [
                  comment("ximena", ago(19, 3), "Entonces no propongo nada nuevo. Propongo acordarse.", [
                    comment("osvaldo", ago(18, 22), "Dormí. Voto que sí. Llevo discos que aguanten errores."),
                  ]),
                ],
              ),
            ],
          ),
        ],
      ),
      comment(
        "pilar",
        ago(18, 15),
        "Lo armo. La primera media hora guiada, el resto libre. Si quedan impares, bailo yo.",
      ),
      comment("tomas", ago(18, 10), "¿Puedo ir si todavía no sé hacer ni el mío?", [
        comment("pilar", ago(18, 9), "Es el mejor momento."),
      ]),
    ],
  },
  {
    key: "el-piso",
    author: "lucia",
    title: "El piso: lo que cuesta, lo que falta",
    tags: ["galpón", "plata"],
    visibility: "members",
    edited: true,
    minutesAgo: ago(16, 5),
    likes: ["soledad", "osvaldo", "graciela", "pilar", "ximena", "ariel"],
    body: md`
      La última sudestada entró treinta centímetros por el portón del fondo. Se levantaron cuatro tablas y hay otras once flojas. Prefiero poner los números acá antes que pasar la lata sin decir para qué.

      | Concepto | Estado | Parte del total |
      | --- | --- | ---: |
      | Pinotea de demolición, quince tablas | reservada | 46 % |
      | Clavos de corte y cola | comprado | 4 % |
      | Compuerta para el portón | a medida, sin encargar | 38 % |
      | Cera y lijado | lo hacemos nosotros | 12 % |

      Tenemos poco menos de la mitad.

      - [x] Hablar con el corralón de la avenida
      - [x] Medir el portón con marea alta, no baja
      - [ ] Encargar la compuerta
      - [ ] Un sábado de lijado: somos seis, con diez alcanza

      Mientras tanto puse una cinta blanca en el piso del lado de la barra. No la pisen con taco.
    `,
    comments: [
      comment(
        "tomas",
        ago(16, 2),
        "Me ofrezco para la compuerta: es literalmente mi carrera. Con dos guías de perfil U y una plancha con junta de goma se resuelve, y la ponemos a mano cuando hay aviso.",
        [
          comment("lucia", ago(15, 23), "¿Aguanta?", [
            comment(
              "tomas",
              ago(15, 22),
              "Treinta centímetros de agua, sobrado. Te hago el cálculo y lo firma mi profesora, que baila los viernes en otro lado.",
            ),
          ]),
        ],
      ),
      comment("graciela", ago(15, 8), "Lijo mal pero cebo bien. Anotame."),
      comment(
        "maya",
        ago(14, 21),
        "Mando lo mío desde acá. Que sea la tabla de la entrada, que es donde más me tropecé.",
      ),
    ],
  },
  {
    key: "cortinas",
    author: "osvaldo",
    title: "Cortinas: lo que no quiero volver a usar",
    tags: ["musicalización"],
    visibility: "group",
    group: "cabina",
    minutesAgo: ago(8, 19),
    likes: ["ariel", "vera"],
    body: md`
      1. Nada que la gente quiera bailar. La última vez siguieron bailando la cortina y hubo que cortarla.
      2. Nada que dure más de cincuenta segundos.
      3. Nada que haga reír dos veces. Una risa está bien; la segunda es un chiste repetido.
      4. El mismo volumen que la tanda, **nunca más alto**. La cortina no es un timbre.

      Traigan tres cada uno y las escuchamos el martes en casa. Hay tuco.
    `,
    comments: [
      comment(
        "joaquim",
        ago(8, 10),
        "Tengo una de cavaquinho de veintidós segundos que no hace reír a nadie.",
      ),
      comment(
        "vera",
        ago(8, 6),
        "Yo una de un organillo de Praga. Da un poco de tristeza. ¿La tristeza está permitida?",
        [comment("osvaldo", ago(8, 5), "En una milonga, querida, sería raro prohibirla.")],
      ),
      comment("lucia", ago(7, 23), "Llevo el pan."),
    ],
  },
  {
    key: "doce-metros",
    author: "itziar",
    title: "Bailar en doce metros",
    tags: ["lejos", "ronda"],
    visibility: "public",
    minutesAgo: ago(71, 8),
    likes: ["pilar", "vera", "nadia", "kenji"],
    body: md`
      Nuestra sala de los miércoles fue una pescadería. Conserva el mármol de los mostradores, el desagüe en el centro y un olor muy leve que solo se nota cuando llueve. Doce metros por cuatro y medio.

      He medido, porque mido todo: con nueve parejas, cada una dispone de un rectángulo de 1,30 por 1,60. Una mesa de camping.

      Lo que he aprendido en esa mesa de camping:

      - El tamaño del paso es una decisión, no una consecuencia de la pierna.
      - El desagüe se respeta. Es la única norma que nadie ha discutido.
      - A quien lleva mucho espacio en el cuerpo se lo notas antes de que se mueva.

      El año pasado bailé en un palacio de congresos, con parqué hasta el horizonte, y no supe qué hacer con las manos.
    `,
    comments: [
      comment(
        "pilar",
        ago(70, 23),
        "«La única norma que nadie ha discutido». Te la voy a robar para la clase.",
        [comment("itziar", ago(70, 20), "Pon un desagüe y verás.")],
      ),
      comment(
        "vera",
        ago(69, 4),
        "Nosotros tenemos una columna. Todo el mundo le tiene cariño. Alguien le puso nombre: paní Nováková.",
      ),
    ],
  },
  {
    key: "abrazo-idioma",
    author: "nadia",
    title: "Abrazar en un idioma que no hablo",
    tags: ["cartas", "abrazo"],
    visibility: "public",
    minutesAgo: ago(22, 17),
    likes: ["maya", "kenji", "graciela", "vera", "itziar", "soledad"],
    body: md`
      Hablo árabe con mi madre, francés en el trabajo y un castellano que aprendí acá, de pie, entre tema y tema, y que por eso es casi todo presente del indicativo.

      Hay una cosa que no sé decir en ninguno de los tres: lo que pasa en los segundos antes del primer paso. La otra persona todavía no hizo nada, yo tampoco, y sin embargo ya sabemos si vamos a estar bien.

      En casa nos saludamos con muchos besos y el cuerpo lejos. En Marsella, dos besos y un chiste. La primera vez que alguien me abrazó en el galpón sin decirme nada y *esperó*, casi pregunto qué había que hacer.

      Mi abuela amasaba con los ojos cerrados. Decía que la masa avisa. Creo que es eso.
    `,
    comments: [
      comment(
        "maya",
        ago(22, 15),
        "«Casi todo presente del indicativo» describe también mi árabe de Beirut contado a mis primos suecos. Te escribo por el otro lado, que tengo noticias de las semillas.",
      ),
      comment("graciela", ago(22, 3), "La masa avisa. Sí, señora."),
      comment(
        "ariel",
        ago(21, 11),
        "Con el fuelle es igual: hay un aire que se toma antes de la primera nota y ahí ya está todo el tema.",
      ),
    ],
  },
  {
    key: "traspie",
    author: "vera",
    tags: ["preguntas", "milonga"],
    kind: "question",
    visibility: "members",
    minutesAgo: ago(9, 22),
    likes: ["tomas"],
    body: "Pregunta seria: en una milonga lisa, si la otra persona hace traspié y yo no, ¿estamos bailando dos temas distintos o uno mejor?",
    comments: [
      comment("pilar", ago(9, 20), "Si los dos llegan juntos al uno, uno mejor. Si no, dos peores."),
      comment(
        "osvaldo",
        ago(9, 18),
        "La orquesta hace exactamente eso, cada fila lo suyo, y nadie dice que toque dos temas.",
      ),
    ],
  },
];
