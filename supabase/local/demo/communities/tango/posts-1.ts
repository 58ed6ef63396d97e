import type { DemoPost } from "../../types.ts";
import { ago, comment, md } from "../../write.ts";

export const posts: readonly DemoPost[] = [
  {
    key: "primera-vez",
    author: "lucia",
    title: "Antes de venir por primera vez",
    tags: ["bienvenida", "códigos"],
    kind: "announcement",
    visibility: "public",
    pinned: true,
    edited: true,
    minutesAgo: ago(304, 6),
    likes: ["osvaldo", "soledad", "pilar", "tomas", "nadia", "maya", "vera", "itziar", "camilo", "kenji"],
    body: md`
      Todas las semanas alguien llega a la esquina, ve la luz por debajo del portón, da dos vueltas a la manzana y se vuelve a la casa. Lo sé porque yo hice lo mismo en otra milonga, hace veinte años. Va entonces lo que me hubiera gustado que me contaran.

      ## Cómo llegar

      El portón es el verde. No hay timbre: se empuja. Del lado de adentro está Soledad, que te va a preguntar el nombre y se lo va a acordar.

      ## La noche, hora por hora

      | Hora | Qué pasa | Para quién |
      | --- | --- | --- |
      | 20:30 | Clase con Pilar | Todos los niveles, sin pareja |
      | 22:00 | Empieza la milonga | La pista está vacía: buen momento para perder el miedo |
      | 23:30 | Se llena | Buen momento para mirar |
      | 0:30 | Chacarera y avisos | Para todos, de verdad |
      | 2:00 | Quedan los que trabajan tarde o no trabajan | Las mejores tandas |

      ## Lo que nadie te dice

      - Se invita con la mirada, desde la mesa. Si no te sale, no pasa nada: al principio no le sale a nadie.
      - Una tanda son tres o cuatro temas de la misma orquesta. Se baila entera con la misma persona y después se separan en la cortina.
      - «Gracias» quiere decir *terminamos*. No lo digas entre tema y tema si querés seguir.
      - No hace falta zapato de tango. Hace falta que la suela no raye y que no se te salga.
      - Si no bailás en toda la noche, la noche igual vale. Pedí una empanada y escuchá.

      ## Plata

      La entrada es a la gorra. Hay una lata en la barra; nadie mira.
    `,
    comments: [
      comment("tomas", ago(298, 2), "Doy fe de las dos vueltas a la manzana. Yo di cinco.", [
        comment("soledad", ago(298, 1), "Siete. Te vi por la hendija.", [
          comment("tomas", ago(297, 20), "Bueno, siete."),
        ]),
      ]),
      comment(
        "nadia",
        ago(211),
        "Vine con zapatillas de lona y me prestaron un par en la puerta. No lo esperaba. Gracias por escribir esto, lo leí en el colectivo para juntar coraje.",
      ),
      comment(
        "maya",
        ago(140, 3),
        "¿Se puede agregar que el 29 para a media cuadra y el 53 no? Me pasó dos veces.",
        [
          comment(
            "lucia",
            ago(139, 22),
            "Lo sumo cuando vuelvan a mover las paradas, que este mes las movieron tres veces.",
          ),
        ],
      ),
    ],
  },
  {
    key: "tanda-pugliese",
    author: "osvaldo",
    title: "La tanda de Pugliese que vació la pista",
    tags: ["musicalización", "orquestas", "memoria"],
    visibility: "public",
    minutesAgo: ago(61, 4, 12),
    likes: [
      "lucia",
      "ariel",
      "graciela",
      "joaquim",
      "vera",
      "kenji",
      "pilar",
      "maya",
      "ximena",
      "camilo",
      "itziar",
    ],
    body: md`
      Me pidieron tantas veces que cuente esto en la vereda que lo escribo una vez y después doy la dirección.

      Fue en un club de Barracas que ya no existe, en un invierno de los que se metían por abajo de la puerta. Yo tenía treinta y un años y llevaba tres poniendo música. Tres años es la edad más peligrosa de un musicalizador: ya sabe lo que le gusta y todavía no sabe para qué está.

      Esa noche la pista venía bien. Mucho D'Arienzo, mucho Biagi, una tanda de milongas que levantó hasta a los mozos. Eran las doce y cuarto. La gente transpiraba, se reía, nadie se iba. Y yo, desde la cabina, que era un ropero sin puertas, pensé: ahora les voy a dar algo importante.

      Puse cuatro temas de Pugliese de los últimos, de los grandes, de los que se escuchan con la luz apagada. Grabaciones que me hacían llorar en mi casa. Ni una de las que se bailan fácil. Cuatro monumentos, uno atrás del otro.

      En el primero salieron unas veinte parejas. En el segundo vi algo que no había visto nunca: la gente se paró a escuchar. Me pareció un triunfo. Pensé: los agarré. En el tercero se fueron a sentar de a poco, como quien sale de un velorio sin querer hacer ruido. En el cuarto quedaba una sola pareja, dos viejos que bailaban cualquier cosa igual. Cuando llegó la cortina, la mitad del salón estaba buscando el abrigo.

      No hubo reproches. Nadie me dijo nada. A la una y media cerramos porque no había con quién seguir.

      El que me habló fue Rinaldi, el que limpiaba, que barría con la radio en el bolsillo. Me dijo, sin dejar de barrer:

      > Pibe, vos les serviste el postre con la sopa. Y encima el postre era para vos.

      Me ofendí una semana. Después empecé a pensar.

      Lo que había hecho mal no era poner Pugliese. A Pugliese se lo baila, y cuando se lo baila bien no hay nada igual. Lo que había hecho mal era otra cosa, o tres:

      1. **Elegí lo que yo quería que sintieran**, en vez de mirar lo que estaban sintiendo. La pista estaba contenta y yo la quise profunda. La profundidad no se decreta.
      2. **Puse cuatro veces lo mismo.** Una tanda es un camino corto. El primer tema invita, el segundo confirma, el tercero se anima, el cuarto se despide. Yo puse cuatro despedidas.
      3. **Me olvidé de las piernas.** A las doce y cuarto, con dos horas de D'Arienzo encima, nadie tiene cuerpo para sostener esos silencios. Un silencio de Pugliese pesa. Hay que llegar descansado.

      Desde entonces tengo una costumbre. Antes de poner la tanda que más me gusta de la noche, apago el auricular y miro la pista un tema entero. Miro los pies de los que están sentados. Si se mueven, no la pongo. Espero. A veces no la pongo nunca y me la llevo a mi casa.

      Hay una segunda parte que conté menos. Diez años después, en otro lado, se cortó la luz a las dos de la mañana. Quedaban treinta personas. Alguien sacó una radio a pilas con un casete y el casete era mío, grabado de un disco mío, y adentro estaba *La yumba*, de la primera grabación. Bailaron con un parlante del tamaño de un plato, a oscuras, con la luz de la calle. Yo no había elegido nada. Era la hora y eran ellos.

      Rinaldi ya había muerto. Me hubiera gustado que lo viera, aunque seguramente hubiera dicho que el sonido era malo, y hubiera tenido razón.

      Así que cuando alguien me pregunta por qué los jueves Pugliese viene tarde y viene de a uno, entre dos orquestas más livianas, la respuesta es esta. No es falta de amor. Es que una vez lo quise tanto que vacié un club.
    `,
    comments: [
      comment(
        "ariel",
        ago(61, 1),
        "«Cuatro despedidas». Me lo llevo para los arreglos: nosotros hacemos lo mismo cuando nos entusiasmamos con los finales.",
        [comment("osvaldo", ago(60, 22), "Ustedes por lo menos después tienen que cargar el piano.")],
      ),
      comment(
        "graciela",
        ago(60, 20),
        "Yo estaba esa noche. Me fui en el tercero. No me fui por la música, me fui porque tenía los pies helados, pero dejé que todos creyeran que era por la música.",
        [
          comment("osvaldo", ago(60, 19), "Cuarenta y pico de años con esta culpa, Chela.", [
            comment("graciela", ago(60, 18), "Y te vino bien."),
          ]),
        ],
      ),
      comment(
        "joaquim",
        ago(59, 5),
        "En Porto Alegre tenemos un musicalizador que todavía está en los tres años, y lleva quince.",
      ),
      comment(
        "kenji",
        ago(57, 13),
        "Leí dos veces, con diccionario. Rinaldi es un gran maestro. En mi imprenta el maestro decía: «la página no es para el impresor». Creo que es igual.",
      ),
      comment("tomas", ago(44), "Pregunta de ignorante: ¿cuáles serían los que se bailan fácil?", [
        comment(
          "osvaldo",
          ago(43, 20),
          "No hay pregunta de ignorante. Empezá por las grabaciones de los años cuarenta, *Recuerdo*, *Mala junta*, *La yumba* misma. El jueves te paso una lista escrita, pero escuchalas caminando, no sentado.",
        ),
      ]),
    ],
  },
  {
    key: "suela-cromo",
    author: "ximena",
    title: "Cómo cambio una suela de cromo (y cuándo no la cambio)",
    tags: ["zapatos", "oficio"],
    visibility: "public",
    minutesAgo: ago(33, 9),
    likes: ["pilar", "tomas", "nadia", "maya", "itziar", "soledad", "graciela"],
    body: md`
      Me traen por semana cuatro o cinco pares para cambiar suelas que no hace falta cambiar. Antes de venir, miren esto.

      ### No la cambies si

      - Está negra y brillosa pero pareja. Está sucia, no gastada. Se cepilla con cepillo de alambre de bronce, **siempre en la misma dirección**, y revive.
      - Resbala solo en un salón. El problema es el salón.
      - Tiene menos de un año y bailás una vez por semana.

      ### Cambiala si

      - Ves el brillo de la plantilla en la punta.
      - El borde se despega más de un centímetro.
      - Sentís los clavos del taco. No esperes a verlos.

      ### Cómo lo hago

      1. Despego en tibio, con pistola a baja temperatura, desde el enfranque hacia la punta. Nunca tironeando.
      2. Lijo lo justo para sacar el adhesivo viejo. Si aparece corcho, paro.
      3. Corto el cromo dos milímetros más grande que el molde.
      4. Dos manos finas de adhesivo en cada cara, quince minutos entre mano y mano. El error de todos es apurarse acá.
      5. Calor, prensa con la mano, martillo de bola desde el centro hacia afuera.
      6. Recién al otro día recorto el borde y lo paso por la rueda.
      7. Veinticuatro horas más sin bailar.

      Lo mismo pero dicho corto: dos días sin zapatos. Si bailás jueves y viernes, no me los traigas el miércoles.
    `,
    comments: [
      comment(
        "itziar",
        ago(33, 1),
        "¿Y el ante en vez de cromo? Aquí el suelo es de linóleo y el cromo se me agarra.",
        [
          comment(
            "ximena",
            ago(32, 23),
            "Para linóleo, ante de grano fino o directamente suela de cuero liso. El ante se come rápido pero lo podés cepillar vos.",
            [
              comment(
                "itziar",
                ago(32, 20),
                "Cuero liso, entonces. Gracias, y perdón a los vecinos de abajo.",
              ),
            ],
          ),
        ],
      ),
      comment(
        "tomas",
        ago(31),
        "Confirmo lo del miércoles. Bailé el jueves con la suela sin curar y dejé media en la pista.",
      ),
      comment(
        "pilar",
        ago(30, 12),
        "Agrego: quien tiene un solo par, que tenga dos. No por coquetería, el cuero necesita un día para secarse.",
      ),
    ],
  },
  {
    key: "abanico",
    author: "soledad",
    tags: ["perdidos"],
    visibility: "public",
    minutesAgo: ago(3, 14),
    likes: ["graciela", "lucia", "pilar"],
    body: "Quedó en la mesa seis un abanico negro con una varilla pegada con cinta de papel. Lo tengo en el cajón de la caja, abajo de las fichas del guardarropa.",
    comments: [
      comment(
        "graciela",
        ago(3, 12),
        "Es mío. La cinta también, la puse yo en el entierro de mi hermana y no la pienso sacar.",
      ),
      comment("soledad", ago(3, 11, 40), "Te lo guardo aparte, Chela. El jueves está en tu mesa."),
    ],
  },
  {
    key: "vals-sin-perdon",
    author: "tomas",
    tags: ["aprender"],
    visibility: "members",
    minutesAgo: ago(1, 9, 20),
    likes: ["pilar", "lucia", "graciela", "maya", "nadia", "ximena", "osvaldo", "soledad", "vera"],
    body: "Once meses y anoche, por primera vez, bailé una tanda entera de vals sin pedir perdón.",
    comments: [
      comment("pilar", ago(1, 8), "Y sin mirar el piso. Te estaba mirando yo."),
      comment(
        "graciela",
        ago(1, 7, 30),
        "La que bailó con vos fui yo y te pisé dos veces. Perdón no pedí porque no corresponde.",
        [
          comment("tomas", ago(1, 7), "Pensé que era parte del vals.", [
            comment("graciela", ago(1, 6, 45), "Con los años vas a ver que sí."),
          ]),
        ],
      ),
      comment(
        "maya",
        ago(0, 20),
        "Yo llevo nueve años y sigo en ocho perdones por noche. Felicitaciones, de verdad.",
      ),
    ],
  },
];
