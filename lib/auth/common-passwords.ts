const WORDS = `
  password passwort passw0rd motdepasse contraseña contrasena wachtwoord password! p@ssw0rd p@ssword pa55word
  qwertyuiop qwertzuiop azertyuiop asdfghjkl asdfasdf qwerqwer zxcvbnm qazwsxedc qazwsx 1qaz2wsx 1q2w3e4r 1q2w3e4r5t
  zaq12wsx qwerty12 qwer1234 asdf1234 abcd1234 abc12345 a1b2c3d4 aa123456 qwe123 q1w2e3r4 zxcvbnm1 asdfgh
  iloveyou ilovegod iloveu ilovejesus princess sunshine football baseball basketball superman batman spiderman
  starwars pokemon minecraft computer internet whatever trustno1 welcome letmein michelle jennifer jessica
  elizabeth charlotte nicholas benjamin samantha alexander alexandra victoria christian stephanie jonathan
  danielle gabriel caroline patricia isabella mercedes porsche ferrari corvette mustang yamaha liverpool arsenal
  chelsea barcelona realmadrid manchester juventus rangers steelers cowboys patriots yankees lakers
  butterfly chocolate strawberry banana cheese cookie pumpkin snowball rainbow diamond sapphire midnight
  blink182 metallica nirvana slipknot greenday eminem beatles
  administrator administrador admin administracion changeme default secret letmeinn master access shadow
  dragon monkey tigger ginger pepper peanut samsung blackberry motorola
  archipelago community communities
  sommer winter herbst fruehling summer spring autumn
  january february september october november december
  hallo123 schatz hello123 bonjour soleil doudou loulou chouchou teamo tequiero estrella
  qwerty monkey123 test testtest tester testing demo demodemo guest user username
`;

/** Words and patterns that lists of leaked passwords begin with, in lower case. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
