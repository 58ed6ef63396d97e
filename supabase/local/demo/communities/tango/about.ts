import { md } from "../../write.ts";

export const description = md`
  Una milonga de barrio en un galpón de chapa, a dos cuadras del Riachuelo. Abrimos los jueves desde hace seis años: piso de pinotea, ventiladores de techo, empanadas de la vecina y un equipo de sonido que Osvaldo no deja tocar a nadie.

  Este es el lugar para lo que no entra en la noche: qué se bailó, qué se discutió en la vereda, quién necesita un par de zapatos cuarenta y uno, cómo se entra a la ronda sin chocar a nadie. Se escribe en castellano, en el que cada cual tenga.

  - **Jueves**: clase a las 20:30, milonga de 22:00 a 3:00.
  - **Primer domingo del mes**: práctica sin clase, con mate.
  - **Siempre**: se puede venir sin pareja, sin experiencia y sin plata para la consumición.
`;

export const rules = md`
  1. En la pista y acá, primero se mira alrededor.
  2. Se discute de tango todo lo que haga falta. De las personas, no.
  3. Nadie corrige a nadie en la pista. Acá se puede opinar si alguien preguntó.
  4. Un «no, gracias» no se explica ni se comenta.
  5. No se publican fotos ni videos de gente bailando sin permiso de los dos.
  6. Reventa de entradas, viajes y academias: preguntale antes a Soledad.
`;
