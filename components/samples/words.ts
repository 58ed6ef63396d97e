/** Words to show components with, in a language of each direction. Only in development, so in no catalogue. */
export interface SampleWords {
  lang: string;
  dir: "ltr" | "rtl";
  verb: string;
  busy: string;
  disabled: string;
  label: string;
  hint: string;
  error: string;
  optional: string;
  placeholder: string;
  value: string;
  long: string;
  name: string;
  title: string;
  text: string;
  choices: readonly [string, string, string];
  tones: Readonly<Record<"info" | "ok" | "warn" | "danger", string>>;
  badges: Readonly<Record<"neutral" | "accent" | "ok" | "warn" | "danger", string>>;
  newer: string;
  older: string;
  route: string;
}

export const SAMPLE_WORDS: readonly SampleWords[] = [
  {
    lang: "en",
    dir: "ltr",
    verb: "Set sail",
    busy: "Setting sail",
    disabled: "In harbour",
    label: "Name of the boat",
    hint: "As it is painted on the bow.",
    error: "Give the boat a name.",
    optional: "optional",
    placeholder: "Sea Thrift",
    value: "Kittiwake",
    long: "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and the boats that are kept there",
    name: "Harbour Rowing Club",
    title: "The boathouse is empty",
    text: "Everybody is out on the water. Come back when the tide does.",
    choices: ["Open to all", "Ask to join", "By invitation"],
    tones: {
      info: "The tide turns at noon",
      ok: "The boat is launched",
      warn: "Wind from the west",
      danger: "The boat did not launch",
    },
    badges: { neutral: "Private", accent: "Owner", ok: "Active", warn: "Paused", danger: "Removed" },
    newer: "Newer",
    older: "Older",
    route: "From Rust, read in Go",
  },
  {
    lang: "ar",
    dir: "rtl",
    verb: "أبحِر",
    busy: "جارٍ الإبحار",
    disabled: "في الميناء",
    label: "اسم القارب",
    hint: "كما هو مكتوب على مقدمته.",
    error: "سمِّ القارب.",
    optional: "اختياري",
    placeholder: "نجمة البحر",
    value: "النورس",
    long: "نادي التجديف في الميناء القديم وجميع القوارب التي تُحفظ في القرى المجاورة له على امتداد الساحل",
    name: "بستان المدينة",
    title: "بيت القوارب خالٍ",
    text: "الجميع على الماء. عُد حين يعود المدّ.",
    choices: ["مفتوح للجميع", "بطلب انضمام", "بدعوة"],
    tones: {
      info: "يتغيّر التيار ظهرًا",
      ok: "أُنزل القارب",
      warn: "ريح من الغرب",
      danger: "لم يُنزل القارب",
    },
    badges: { neutral: "خاص", accent: "المالك", ok: "نشط", warn: "موقوف", danger: "أُزيل" },
    newer: "الأحدث",
    older: "الأقدم",
    route: "من Rust، يُقرأ في Go",
  },
];

/** Titles of the parts of the page. */
export const SAMPLE_PARTS = {
  page: "Components",
  intro: "Every part of the interface in every state, by day and by night, in both directions.",
  open: "What opens over the page",
  light: "Light",
  dark: "Dark",
  buttons: "Buttons",
  fields: "Fields",
  choices: "Choices",
  notices: "Notices and errors",
  marks: "Marks, badges and chips",
  lists: "Ways through lists",
  waiting: "While one waits",
  empty: "Empty places",
  dialog: "Dialog",
  sheet: "Sheet",
  menu: "Menu",
  success: "Toast that says it went well",
  failure: "Toast that says it did not",
  close: "Close",
} as const;
