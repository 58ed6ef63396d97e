import type { DemoPost } from "../../types.ts";
import { ago, comment, md, removedComment } from "../../write.ts";

export const posts: readonly DemoPost[] = [
  {
    key: "desde-tokio",
    author: "kenji",
    title: "Desde Tokio, con un piso de tatami",
    tags: ["cartas", "lejos"],
    visibility: "public",
    minutesAgo: ago(48, 7),
    likes: ["osvaldo", "graciela", "maya", "vera", "lucia", "pilar", "itziar"],
    body: md`
      Queridos todos:

      Mi castellano escrito es mejor que el hablado porque al escrito lo puedo componer letra por letra, como en el taller.

      Aquí practico los martes en una sala de ceremonia del té que alquila el barrio. No se puede usar zapatos. Bailamos con *tabi*, medias de algodón con el dedo separado. Sobre el tatami no se puede pivotar: la paja tiene dirección. Entonces caminamos. Hace cuatro meses que solo caminamos.

      Al principio me quejaba. Ahora pienso que es el mejor maestro que tuve, después de Pilar:

      - El tatami hace ruido si el peso cae. Sin ruido, el paso está bien.
      - No se puede corregir con el giro lo que se hizo mal con el paso.
      - Somos seis. Nos turnamos. Nadie pregunta quién lleva.

      En la pared hay un rollo con dos caracteres: **一歩**, *ippo*, un paso. No es por nosotros, estaba antes. Pero nos hace reír.

      Llego en primavera, la de ustedes. Traigo papel impreso para las mesas: programas de la noche, con espacio para anotar con quién se bailó. Antes se usaba, me dijo Graciela.
    `,
    comments: [
      comment(
        "graciela",
        ago(48, 2),
        "Se usaba. El mío de 1968 tiene el mismo nombre once veces. Después me casé con otro.",
      ),
      comment(
        "pilar",
        ago(47, 20),
        "Cuatro meses caminando. Si yo propongo eso en la clase me quedo sola con la escoba.",
        [comment("tomas", ago(47, 18), "Yo iría. Bueno, dos meses.")],
      ),
      comment(
        "maya",
        ago(46),
        "En el club de remo donde estoy ahora nos hacen remar con los ojos cerrados por lo mismo: para oír lo que el agua dice del peso. Voy a pensar en tu tatami mañana a las seis.",
      ),
    ],
  },
  {
    key: "tres-sillas",
    author: "pilar",
    title:
      "De por qué creo que en una pista llena la persona que mejor baila no es la que más pasos sabe sino la que deja siempre el mismo hueco delante, y de cómo lo enseño con tres sillas, una escoba y mucha paciencia",
    tags: ["enseñar", "ronda"],
    visibility: "public",
    minutesAgo: ago(26, 3),
    likes: ["graciela", "osvaldo", "kenji", "nadia", "tomas", "soledad", "camilo"],
    body: md`
      Las tres sillas van en línea, a dos pasos una de otra. La escoba la llevo yo.

      **Primera vuelta.** Cada pareja camina hasta la silla y se detiene antes de tocarla. Cuando la silla se mueve (la muevo yo), la pareja avanza. Nadie hace nada más. A los diez minutos todo el mundo está aburrido y la ronda es perfecta.

      **Segunda vuelta.** Se puede hacer lo que se quiera *mientras la silla no se mueve*. Ahí aparecen los giros, las pausas, los adornos. Descubren que el momento de lucirse es cuando no se puede avanzar.

      **Tercera vuelta.** Saco las sillas. La pareja de adelante es la silla.

      La escoba es para el que retrocede.

      > La pista es de todos los que la están usando, no del que llegó primero a la música.

      No lo dije yo, me lo dijo mi maestra, que tenía peor carácter.
    `,
    comments: [
      comment("camilo", ago(25, 22), "Esto mismo sirve para tocar en trío. La silla es el contrabajo."),
      comment("tomas", ago(25, 20), "Testimonio: la escoba existe y es de paja dura.", [
        comment("nadia", ago(25, 19), "Y no avisa."),
      ]),
      comment(
        "itziar",
        ago(25, 2),
        "He copiado el ejercicio en Bilbao. En una sala de doce metros las tres sillas *son* la pista. Funcionó mejor de lo que quería admitir.",
      ),
    ],
  },
  {
    key: "tandas-jueves",
    author: "osvaldo",
    title: "Lo que sonó el jueves",
    tags: ["musicalización", "orquestas"],
    visibility: "public",
    minutesAgo: ago(5, 10),
    likes: ["ariel", "vera", "joaquim", "kenji", "maya"],
    body: md`
      Como todos los lunes, para que discutan con datos.

      | Tanda | Orquesta | Época | Pista |
      | ---: | --- | --- | --- |
      | 1 | Carlos Di Sarli, instrumentales | años cincuenta | media |
      | 2 | Juan D'Arienzo con Biagi al piano | 1935 a 1938 | llena |
      | 3 | Vals: Francisco Canaro | años treinta | llena |
      | 4 | Aníbal Troilo con Fiorentino | 1941 a 1943 | llena |
      | 5 | Milonga: Edgardo Donato | años treinta | *atascada* |
      | 6 | Miguel Caló con Berón | 1942 | media |
      | 7 | Ricardo Tanturi con Castillo | 1941 a 1943 | llena |
      | 8 | Vals: Rodolfo Biagi | años cuarenta | llena |
      | 9 | Osvaldo Pugliese, de a uno | años cuarenta | los que estaban |

      Cortina de la noche: cuatro compases de un trombón que encontré en un disco de marchas.

      Luz a media en la cortina, por pedido de Praga. **Funciona.** No lo voy a repetir.
    `,
    comments: [
      comment("vera", ago(5, 8), "Lo guardé. Con fecha."),
      comment(
        "joaquim",
        ago(5, 1),
        "La tanda cinco atascada es culpa de la tanda cuatro: nadie se sienta después de Fiorentino.",
        [
          comment(
            "osvaldo",
            ago(4, 22),
            "Tenés razón. Debería haber puesto algo en el medio para que respiren. Anoto.",
          ),
        ],
      ),
      comment("ariel", ago(4, 6), "El trombón está un cuarto de tono alto y es perfecto así."),
    ],
  },
  {
    key: "elvira",
    author: "graciela",
    title: "Elvira, la de la mesa del fondo",
    tags: ["memoria"],
    visibility: "public",
    minutesAgo: ago(30, 11),
    likes: [
      "lucia",
      "osvaldo",
      "soledad",
      "pilar",
      "ximena",
      "ariel",
      "tomas",
      "nadia",
      "maya",
      "vera",
      "kenji",
      "joaquim",
    ],
    body: md`
      Murió Elvira el martes a la mañana, en su casa, con la radio puesta.

      Tenía noventa y uno. Los últimos tres años venía igual, en remís, y se sentaba al fondo con un vaso de soda. Bailaba una tanda por noche, la de vals, y la elegía ella: esperaba, escuchaba la primera frase, y si era la suya levantaba apenas el mentón. Siempre había alguien mirando.

      Había trabajado cuarenta años en una fábrica de botones. Decía que por eso sabía cuándo algo estaba bien cosido.

      La mesa del fondo la dejamos vacía este jueves. Sole puso el vaso de soda.

      Si alguien tiene una foto de ella en la que no esté con la mano tapándose la cara, la familia la quiere.
    `,
    comments: [
      comment(
        "osvaldo",
        ago(30, 9),
        "Los tres valses los sé de memoria. Los pongo antes de abrir, el día que ustedes digan.",
      ),
      comment(
        "maya",
        ago(30, 6),
        "La primera vez que bailé acá fue con ella. Yo tenía terror y ella me dijo: «vos escuchá, que de la vuelta me ocupo yo». Tenía ochenta y siete.",
      ),
      comment(
        "nadia",
        ago(29, 20),
        "Tengo una foto. Está de espaldas, atándose el zapato, y se ríe de algo. ¿Sirve?",
        [
          comment(
            "graciela",
            ago(29, 18),
            "Es la mejor que puede haber. Mandámela, yo se la llevo a la nieta.",
          ),
        ],
      ),
      comment(
        "kenji",
        ago(29, 7),
        "Voy a imprimir su nombre en el programa. Solo el nombre, arriba, pequeño.",
      ),
      comment(
        "ximena",
        ago(28, 14),
        "Le hice su último par: 34, taco bajo, azul. Los pagó con una caja de botones de nácar que no pienso usar nunca.",
      ),
    ],
  },
  {
    key: "venta-entradas",
    author: "rolando",
    title: "Paquete completo para el encuentro",
    tags: [],
    visibility: "members",
    minutesAgo: ago(96, 3),
    likes: [],
    body: "Consigo lugares en los colchones del altillo y mesa preferencial, precio conversado por privado. Últimos lugares. Más datos en https://example.com/paquetes-tango",
    comments: [
      comment(
        "soledad",
        ago(96, 1),
        "Rolando, los colchones son gratis y los asigno yo. La mesa preferencial no existe. Te pido que lo aclares.",
      ),
      removedComment("moderator", "rolando", ago(95, 23), "Vos ocupate de los abrigos.", [
        comment(
          "lucia",
          ago(95, 20),
          "Dejo la publicación para que se vea que nadie tiene que pagar por dormir en el altillo. Si alguien pagó algo, me escribe y lo resolvemos.",
        ),
      ]),
    ],
  },
];
