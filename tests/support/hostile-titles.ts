const zalgo = [..."abyss"]
  .map((letter) => `${letter}${"\u0300\u0316\u0489\u20dd\u0336".repeat(12)}`)
  .join("");

/** Titles that mean harm, by mistake or on purpose, to whatever shows them: pages, feeds, calendars, pictures. */
export const hostileTitles: readonly string[] = [
  "</script><script>alert(1)</script>",
  "<!--<script>",
  "--><img src=x onerror=alert(1)>",
  "]]><script>alert(1)</script>",
  "<![CDATA[ nothing ends ]]>]]>",
  "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
  "&lt;b&gt; &amp; &#x3c;script&#x3e; &nbsp;",
  "&unknown; & alone &&&",
  '"onmouseover="alert(1)" x="',
  "' onfocus='alert(1)' autofocus='",
  "\u2028alert(1)\u2029//",
  "nul\u0000 bell\u0007 escape\u001b[31m tab\u000b form\u000c",
  "\u0001\u0002\u0003\u0004\u0005",
  "line\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:injected",
  "line\nATTACH:javascript:alert(1)",
  "comma, semicolon; backslash \\ colon: \\n \\N",
  'DESCRIPTION;ALTREP="data:text/html,x":y',
  "\ud800 lone surrogate \udfff",
  "\ufffe\uffff noncharacters",
  "\u202eright-to-left override gnp.exe\u202c",
  "\u2066isolate \u2067without end",
  "\u200b\u200b\u200b",
  zalgo,
  "W".repeat(300),
  "字".repeat(300),
  "لا".repeat(150),
  "🏝️👩‍👩‍👧‍👦🏴‍☠️👍🏿".repeat(20),
  Array.from({ length: 40 }, (_, index) => `word${index}`).join(" "),
  Array.from({ length: 40 }, () => "Donaudampfschifffahrtsgesellschaft")
    .join("")
    .slice(0, 300),
  "<span foreground='red' size='999999'>markup</span>",
  "<b><i>unclosed",
  "javascript:alert(1)",
  "{{constructor.constructor('alert(1)')()}} $ {7*7} <%= 7*7 %>",
  "=cmd|' /C calc'!A0",
  "https://evil.example/?a=1&b=<2>",
  "%0d%0aSet-Cookie: a=b",
  "\u00a0\u3000\t \u2003",
  "ﷺ".repeat(60),
  "\u0e01\u0e49\u0e49\u0e49\u0e49 ไทย 한국어 汉语 עברית हिन्दी",
  "\u{e0041}\u{e0042} tags \u{10ffff}",
  "Ordinary title, only to prove that the others are looked at",
];

/** The same as a database keeps them: well-formed, without NUL, one line, at most 300 characters, none empty. */
export const storableHostileTitles: readonly string[] = hostileTitles
  .map((title) => title.toWellFormed().replaceAll("\0", "").replace(/\s+/g, " ").trim())
  .map((title) => Array.from(title).slice(0, 300).join(""))
  .filter((title) => title !== "");
