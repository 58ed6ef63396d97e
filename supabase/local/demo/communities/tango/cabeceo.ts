import type { DemoPost } from "../../types.ts";
import { ago, comment, md, removedComment } from "../../write.ts";

export const cabeceo: DemoPost = {
  key: "cabeceo",
  author: "graciela",
  title: "Me invitó de palabra, dije que no, y todavía lo pienso",
  tags: ["códigos", "cabeceo"],
  visibility: "public",
  minutesAgo: ago(12, 16),
  likes: ["pilar", "soledad", "lucia", "maya", "itziar", "nadia", "vera", "osvaldo", "joaquim"],
  body: md`
    El jueves vino un muchacho hasta la mesa. No lo conocía. Se paró delante, extendió la mano y me preguntó si quería bailar. Había mirado antes, hay que decirlo, pero yo estaba buscando el pañuelo en la cartera y no lo vi.

    Le dije que no, gracias. Se puso colorado hasta las orejas, volvió a cruzar toda la pista vacía y se sentó. No bailó más. A la una se fue.

    Yo aprendí que se invita con la mirada justamente para esto: para que nadie tenga que cruzar la pista de vuelta. Si la señora no quiere, mira para otro lado, y no hay nada que haya pasado. El cabeceo no es un lujo ni una manía de viejos. **Es una cortesía para el que puede recibir un no.**

    Ahora, también es cierto que él no lo sabía, que yo sí, y que de los dos la que podía haber hecho otra cosa era yo.

    No pregunto si estuve mal. Pregunto qué hacen ustedes.
  `,
  comments: [
    comment(
      "pilar",
      ago(12, 14),
      "Yo digo que no, igual que vos. Si una vez decís que sí porque te dio pena, le enseñaste que así se invita, y a la próxima le va a decir que no otra con menos paciencia.",
      [
        comment(
          "itziar",
          ago(12, 12),
          "No estoy de acuerdo. Le enseñaste que en esta milonga la gente es amable. Lo otro se lo explicas después, en la barra, con una bebida delante.",
          [
            comment(
              "pilar",
              ago(12, 11),
              "Después en la barra no pasa nunca. Después en la barra estamos todas mirando a ver quién nos mira.",
              [
                comment("itziar", ago(12, 10, 30), "Eso también es verdad, y me fastidia que lo sea.", [
                  comment(
                    "soledad",
                    ago(12, 9),
                    "Para eso estoy yo. De veras: si me avisan, voy y se lo cuento a la persona, en la puerta, sin público. A mí me creen porque tengo el guardarropa.",
                    [
                      comment(
                        "pilar",
                        ago(12, 8, 20),
                        "Sole, eso es lo más sensato que se dijo hoy y recién son cinco comentarios.",
                      ),
                    ],
                  ),
                ]),
              ],
            ),
          ],
        ),
        removedComment(
          "author",
          "tomas",
          ago(12, 11, 30),
          "Igual cruzar la pista vacía tiene su mérito, más de uno no se anima.",
          [
            comment(
              "graciela",
              ago(12, 10),
              "No borres, Tomi, que estabas diciendo algo cierto: coraje tuvo. Lo que no tuvo fue quién le contara.",
            ),
          ],
        ),
      ],
    ),
    comment(
      "joaquim",
      ago(12, 9),
      "En mi ciudad la sala es oscura y somos muchos con anteojos. El cabeceo es una bella teoría óptica. Yo invito de palabra a las amigas y con los ojos a las desconocidas. Nadie se queja, o se quejan y yo no lo veo.",
      [
        comment(
          "vera",
          ago(12, 7),
          "En Praga igual: pocas luces, mesas lejos. Hicimos una cosa: durante la cortina prendemos la luz de la sala. Diez segundos. Cambió todo.",
          [
            comment("osvaldo", ago(12, 6), "¿Luz plena en la cortina? Se te corta el clima.", [
              comment(
                "vera",
                ago(12, 5, 30),
                "No plena, la mitad. El clima vuelve con el primer compás. Lo que no volvía era la gente que se iba sin bailar.",
                [
                  comment(
                    "osvaldo",
                    ago(12, 4),
                    "Hm. Lo pruebo un jueves. Uno. Y si no me gusta, no lo vuelvo a probar y digo que la idea era tuya.",
                    [comment("vera", ago(12, 3, 10), "Trato hecho.")],
                  ),
                ],
              ),
            ]),
          ],
        ),
      ],
    ),
    comment(
      "nadia",
      ago(11, 20),
      "Quiero contar el otro lado. Yo fui ese muchacho. Mi primer mes no veía ningún cabeceo, ni los que me hacían ni los que yo creía hacer. Pensé que nadie quería bailar conmigo. Tres semanas sentada. Después supe que me habían invitado doce veces.",
      [
        comment(
          "graciela",
          ago(11, 18),
          "Una de las doce fui yo. Te miré toda una tanda de Caló y me dije: qué chica orgullosa.",
          [
            comment(
              "nadia",
              ago(11, 17),
              "Estaba leyendo tus zapatos. Creí que había que mirar los pies para aprender.",
              [comment("graciela", ago(11, 16, 40), "Mirá lo que es una. El jueves bailamos esa tanda.")],
            ),
          ],
        ),
      ],
    ),
    comment(
      "tomas",
      ago(11, 15),
      "¿Y si ponemos un cartel? Algo corto: «acá se invita con la mirada». Yo hubiera pagado por un cartel.",
      [
        comment(
          "lucia",
          ago(11, 13),
          "Me da cosa el cartel. Un cartel es lo que ponés cuando renunciaste a hablar.",
          [
            comment("tomas", ago(11, 12, 45), "O es lo que leés mientras juntás ánimo para hablar.", [
              comment("lucia", ago(11, 12), "Está bien. Me ganaste con esa."),
            ]),
          ],
        ),
        removedComment(
          "moderator",
          "rolando",
          ago(11, 11),
          "Chela, con esos aires a tu edad deberías agradecer que te inviten.",
          [
            comment("soledad", ago(11, 10, 50), "Esto no. Lo bajé y te escribí aparte, Rolando."),
            comment(
              "graciela",
              ago(11, 8),
              "A mí no me dolió, pero gracias. Lo pensé por las que leen y no escriben.",
            ),
          ],
        ),
      ],
    ),
    comment(
      "kenji",
      ago(11, 6),
      "En Japón somos muy buenos para mirar y muy malos para ser mirados. Los primeros años yo bajaba los ojos por educación, y aquí bajar los ojos es decir no. Rechacé a la mitad de Buenos Aires por educación.",
      [
        comment(
          "maya",
          ago(11, 4),
          "Esto es lo mejor que leí en el mes. Yo al revés: en Beirut aprendí a no sostener la mirada de un desconocido. Tardé un año en entender que acá sostenerla era preguntar y no otra cosa.",
          [
            comment(
              "pilar",
              ago(11, 3),
              "Treinta y pico de años enseñando el cabeceo y nunca lo enseñé como un idioma que alguno ya trae hablado distinto. Lo voy a cambiar. Gracias a los dos.",
              [
                comment(
                  "kenji",
                  ago(10, 22),
                  "Gracias a usted. Y a la señora Graciela por preguntar sin pedir que le den la razón.",
                ),
              ],
            ),
          ],
        ),
      ],
    ),
    comment(
      "ximena",
      ago(10, 20),
      "Desde el mostrador se ve todo. Les digo algo: el chico volvió el sábado a que le pusiera chapitas nuevas. Se llama Facundo. Me preguntó si la señora de la mesa del fondo estaba enojada.",
      [
        comment("graciela", ago(10, 19), "¿Y qué le dijiste?", [
          comment("ximena", ago(10, 18, 45), "Que la señora buscaba un pañuelo. Se rió. Viene el jueves.", [
            comment("graciela", ago(10, 18), "Voy a tener el pañuelo en la mano desde las diez.", [
              comment(
                "ximena",
                ago(4, 12),
                "Para el registro: lo cabeceó él, desde la columna, bien. Bailaron Di Sarli. Yo no lloré, tenía adhesivo en los ojos.",
              ),
            ]),
          ]),
        ]),
      ],
    ),
    comment(
      "itziar",
      ago(9, 14),
      "Cierro por mi parte: sigo pensando que yo habría dicho que sí, y ahora entiendo por qué Graciela dijo que no. Me quedo con la luz de Věra, el cartel de Tomás y Soledad en la puerta. Con eso no hace falta que tengamos razón nadie.",
      [comment("pilar", ago(9, 12), "Firmo.")],
    ),
  ],
};
