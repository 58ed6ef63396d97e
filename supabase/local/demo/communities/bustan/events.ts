import type { DemoEvent } from "../../types.ts";
import { md } from "../../write.ts";

const CAIRO = "Africa/Cairo";
const yard = { venue: "حوش المدرسة", city: "شبرا، القاهرة", country: "مصر" };

export const events: readonly DemoEvent[] = [
  {
    key: "seed-swap",
    title: "تبادل البذور",
    description: md`
      نفتح من الصباح إلى ما بعد العصر. هاتوا ما زاد عندكم في أظرف ورقية مكتوبٍ عليها **النوع والسنة والمكان**. من ليس عنده بذور بعد فليأتِ بيدين فارغتين، هكذا بدأنا كلنا.

      الشاي من أم يوسف، والطاولات من الأسطى طارق.
    `,
    organizer: "hassan",
    allDay: true,
    startsInDays: 17,
    days: 1,
    timeZone: CAIRO,
    place: yard,
  },
  {
    key: "box-workshop",
    title: "ورشة: حوض من طبلية واحدة",
    description: md`
      نصنع معًا ثمانية أحواض ويعود كلٌّ منكم بحوض. أحضروا قفازات ومفكًّا، والباقي موجود. الأطفال مرحَّب بهم، والمناشير بعيدة عنهم.
    `,
    organizer: "tarek",
    allDay: false,
    startsInDays: 8,
    startTime: "10:00",
    durationMinutes: 240,
    timeZone: CAIRO,
    place: { venue: "ورشة طارق", city: "باب الشعرية، القاهرة", country: "مصر" },
  },
  {
    key: "clinic",
    title: "عيادة النباتات",
    description: md`
      ساعة عبر الإنترنت مع سلمى ومريم. أرسلوا صورة الورقة من **الوجهين** قبل الموعد بيوم. نبدأ بالحالات المستعجلة.
    `,
    organizer: "salma",
    allDay: false,
    startsInDays: 4,
    startTime: "20:30",
    durationMinutes: 60,
    timeZone: CAIRO,
    onlineUrl: "https://example.org/rooms/plant-clinic",
  },
  {
    key: "night-watering",
    title: "سهرة على سطح أم يوسف",
    description: md`
      نسقي بعد أن يبرد السطح، ونسهر حتى يطلع علينا أول النسيم. هاتوا ما تُحسنون من طعام. السُلَّم ستة أدوار، وعند الرابع كرسي.
    `,
    organizer: "hoda",
    allDay: false,
    startsInDays: 22,
    startTime: "21:30",
    durationMinutes: 240,
    timeZone: CAIRO,
    place: { venue: "سطح أم يوسف", city: "إمبابة، الجيزة", country: "مصر" },
  },
  {
    key: "farm-visit",
    title: "يومان في أرض آل الدمنهوري",
    description: md`
      زيارة إلى البحيرة عند إخوة عم إبراهيم: نرى الأرض التي خرجت منها بذور الفول، ونبيت ليلة.
    `,
    organizer: "ibrahim",
    allDay: true,
    startsInDays: -33,
    days: 2,
    timeZone: CAIRO,
    place: { venue: "بيت العائلة", city: "دمنهور", country: "مصر" },
  },
];
