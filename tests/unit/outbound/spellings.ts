/** Ways to write an address that a server must not be sent to. */

const INNER_IPV4 = ["127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.1.1", "172.31.255.255", "0.0.0.0"];

function forms(address: string): string[] {
  const bytes = address.split(".").map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = (n: number) => n.toString(16).padStart(2, "0");
  const [high, low] = [hex(a) + hex(b), hex(c) + hex(d)];
  return [
    address,
    `${address}.`,
    String(whole),
    `0x${whole.toString(16)}`,
    `0${whole.toString(8)}`,
    bytes.map((n) => `0x${hex(n)}`).join("."),
    bytes.map((n) => `0${n.toString(8)}`).join("."),
    `${a}.${(b * 256 + c) * 256 + d}`,
    `${a}.${b}.${c * 256 + d}`,
    address.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    address.replaceAll(".", "\u3002"),
    address.replace(".", "%2e"),
    `[::ffff:${address}]`,
    `[::ffff:${high}:${low}]`,
    `[0:0:0:0:0:ffff:${high}:${low}]`,
    `[::${high}:${low}]`,
    `[64:ff9b::${high}:${low}]`,
    `[64:ff9b:1::${high}:${low}]`,
    `[2002:${high}:${low}::]`,
    `[2001:0:${high}:${low}::1]`,
    `[fe80::5efe:${high}:${low}]`,
    `[::ffff:0:${high}:${low}]`,
  ];
}

const HOSTS = [
  ...INNER_IPV4.flatMap(forms),
  ...[
    "[::1]",
    "[::]",
    "[fc00::1]",
    "[fd12:3456::1]",
    "[fe80::1]",
    "[fec0::1]",
    "[ff02::1]",
    "[2001:db8::1]",
    "[100::1]",
  ],
  ...[
    "100.64.0.1",
    "100.100.100.200",
    "198.18.0.1",
    "192.0.0.192",
    "192.0.2.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
  ],
  ...["255.255.255.255", "168.63.129.16", "192.88.99.1", "[fd00:ec2::254]", "[2606:4700::200:5efe:7f00:1]"],
  ...[
    "localhost",
    "LOCALHOST",
    "localhost.",
    "a.localhost",
    "db",
    "metadata",
    "metadata.google.internal",
    "printer.local",
  ],
  ...[
    "ｌｏｃａｌｈｏｓｔ",
    "ⓛocalhost",
    "router.lan",
    "wiki.corp",
    "kubernetes.default.svc.cluster.local",
    "1.0.0.127.in-addr.arpa",
  ],
];

/** Addresses that name an inner host by itself. */
export const LITERALS: readonly string[] = [
  ...HOSTS.map((host) => `https://${host}/`),
  "https://127.0.0.1:443/",
  "https://a@127.0.0.1/",
  "https://public.test-site.net@127.0.0.1/",
  "https://127.0.0.1#@public.test-site.net/",
  "https:\\\\127.0.0.1\\",
  "https:/127.0.0.1/",
  "https:127.0.0.1",
  "https://\t127.0.0.1/",
  "https://127.0.\n0.1/",
];

/** Addresses that are not https to a public name on its own port, whatever the name resolves to. */
export const OTHER_WAYS: readonly string[] = [
  "http://news.test-site.net/",
  "ftp://news.test-site.net/",
  "file:///etc/passwd",
  "gopher://news.test-site.net:70/_x",
  "data:text/html,<title>x</title>",
  "javascript:alert(1)",
  "ws://news.test-site.net/",
  "//news.test-site.net/",
  "news.test-site.net",
  "https://news.test-site.net:8443/",
  "https://news.test-site.net:22/",
  "https://news.test-site.net:6379/",
  "https://user:secret@news.test-site.net/",
  "https://user@news.test-site.net/",
  `https://news.test-site.net/${"a".repeat(3000)}`,
  "https://",
  "https://.",
  "https://..",
  "https://news..net/",
  "",
];

/** What a resolver may answer for a name of its owner's choosing. */
export const INNER_ANSWERS: readonly string[] = [
  ...["127.0.0.1", "127.8.8.8", "0.0.0.0", "0.1.2.3", "10.1.2.3", "172.16.0.1", "172.31.9.9", "192.168.0.1"],
  ...[
    "100.64.0.1",
    "100.127.255.254",
    "169.254.0.1",
    "169.254.169.254",
    "192.0.0.1",
    "192.0.0.192",
    "192.0.2.7",
  ],
  ...[
    "192.88.99.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
  ],
  ...["240.0.0.1", "255.255.255.255", "168.63.129.16", "100.100.100.200"],
  ...[
    "::",
    "::1",
    "::127.0.0.1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:10.0.0.1",
    "::ffff:0:7f00:1",
  ],
  ...[
    "64:ff9b::7f00:1",
    "64:ff9b::10.0.0.1",
    "64:ff9b:1::a00:1",
    "2002:7f00:1::1",
    "2002:a00:1::",
    "2001::7f00:1",
  ],
  ...[
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:2::1",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "3fff::1",
  ],
  ...[
    "100::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fe80::5efe:7f00:1",
    "fec0::1",
  ],
  ...[
    "ff02::1",
    "ff0e::1",
    "4000::1",
    "2606:4700::5efe:7f00:1",
    "2606:4700::200:5efe:a00:1",
    "0x7f.1",
    "2130706433",
    "0177.0.0.1",
    "x",
  ],
];
