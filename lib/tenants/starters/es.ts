import type { Starters } from "./starter";

/** In Spanish. */
export const es: Starters = {
  rules: [
    "Sé amable. Habla a la gente como lo harías en una mesa.",
    "No te salgas del tema de este lugar.",
    "Lo que se dice entre miembros queda entre miembros.",
  ],
  welcome: {
    title: "Te damos la bienvenida",
    body: "Esta es la primera publicación de un lugar nuevo. Edítala: cuenta con tus palabras qué queréis hacer juntos, para quién es y qué viene después.\n\nLas publicaciones de ejemplo como esta se quitan con un solo botón; lo que edites se queda.",
    tags: ["bienvenida"],
  },
  hello: {
    title: "Preséntate aquí",
    body: "Bastan tres líneas:\n\n- cómo te llaman\n- qué te ha traído aquí\n- algo sobre lo que te puedan preguntar",
    tags: ["hola"],
  },
  purposes: {
    neighbourhood: {
      tagline: "Vecinas y vecinos que se ayudan y saben lo que pasa.",
      description:
        "Para quienes viven por aquí: prestar una escalera, encontrar canguro, enterarse antes de las obras.",
      rule: "Nada de direcciones ni códigos de portal en las publicaciones; envíalos a quien los necesite.",
      groups: [
        { name: "Prestar y regalar", description: "Herramientas, muebles, calabacines de sobra." },
        { name: "Calle y tráfico", description: "Lo que planea el ayuntamiento y lo que pensamos." },
        { name: "Infancia y familias", description: "Parques, canguros, ir juntos al cole." },
      ],
      post: {
        title: "¿Quién presta una escalera larga?",
        body: "Solo para el sábado por la mañana. La devuelvo limpia y con bizcocho.",
        tags: ["prestar"],
      },
    },
    club: {
      tagline: "Lo que nos gusta hacer, con quienes también lo disfrutan.",
      description:
        "Queda, enseña lo que has hecho, pregunta lo que siempre quisiste saber. Quien empieza es tan bienvenido como quien lleva años.",
      rule: "Todo el mundo empezó alguna vez: responde con paciencia.",
      groups: [
        { name: "Para empezar", description: "Ninguna pregunta es demasiado pequeña." },
        { name: "Mira lo que he hecho", description: "Lo que has hecho, encontrado o terminado." },
      ],
      post: {
        title: "¿En qué andas esta semana?",
        body: "Una foto, una frase, un problema: todo vale. Lo que está a medias da la mejor conversación.",
        tags: ["en-marcha"],
      },
    },
    project: {
      tagline: "Quienes lo construyen y quienes lo usan.",
      description: "Ayuda para usarlo, planes para lo que viene y una puerta para quien quiera participar.",
      rule: "Los problemas de seguridad se comunican en privado a quienes mantienen el proyecto, nunca en una publicación.",
      groups: [
        { name: "Ayuda", description: "¿Cómo se hace…? Di qué probaste y qué pasó." },
        { name: "Desarrollo", description: "Diseño, revisiones, versiones." },
        { name: "Documentación", description: "Las palabras también son contribuciones." },
      ],
      post: {
        title: "Buenas primeras tareas",
        body: "¿Es tu primera vez? Elige una, dilo en un comentario y pregunta todo lo que quieras:\n\n- sigue la guía de instalación en tu equipo y apunta dónde tropezaste\n- mejora un mensaje de error que te hizo perder tiempo\n- responde una pregunta en Ayuda",
        tags: ["contribuir"],
      },
    },
    profession: {
      tagline: "Colegas más allá de la propia empresa.",
      description:
        "Comparte experiencia, pide una segunda opinión, entérate de los puestos antes de que se anuncien.",
      rule: "Sin nombres de clientes, sin secretos de empresa y sin publicidad fuera de su grupo.",
      groups: [
        { name: "Puestos", description: "Se ofrecen y se buscan. Di cuánto pagan." },
        { name: "Segunda opinión", description: "Casos sin nombres y lo que harían otros." },
      ],
      post: {
        title: "¿Sobre qué has cambiado de opinión hace poco?",
        body: "Una herramienta, un método, un consejo que solías dar: ¿qué era y qué te hizo cambiar?",
        tags: ["oficio"],
      },
    },
    events: {
      tagline: "Qué hay por aquí y quién se apunta.",
      description:
        "Citas por las que merece la pena salir de casa. Anuncia las tuyas, encuentra compañía para las demás.",
      rule: "Anuncia solo lo que organizas o a lo que vas a ir.",
      groups: [
        { name: "Organización", description: "Salas, fechas, manos que ayuden." },
        { name: "Ir en compañía", description: "Nadie tiene que ir a solas." },
      ],
      post: {
        title: "¿Quién se viene el viernes?",
        body: "Voy por primera vez y aún no conozco a nadie. Podríamos quedar en la entrada un cuarto de hora antes.",
        tags: ["compañía"],
      },
    },
    learning: {
      tagline: "Aprendemos lo mismo al mismo tiempo.",
      description:
        "Un grupo que hace un curso en compañía: tareas semanales, dudas abiertas y gente que nota si faltas.",
      rule: "Muestra cómo llegaste: se aprende del camino, no de la solución.",
      groups: [
        { name: "Dudas", description: "Todo lo que aún no encaja." },
        { name: "Compañía de estudio", description: "Dos o tres personas, una hora fija a la semana." },
      ],
      post: {
        title: "Semana 1: ¿qué quieres saber hacer al final?",
        body: "Escribe una frase que empiece por «Sé». Volveremos a ella la última semana.",
        tags: ["semana-1"],
      },
    },
  },
};
