import { describe, expect, test } from "vitest";
import { parseCustomDomain } from "@/lib/tenancy/domain";
import { development, production } from "./support";

describe("parseCustomDomain accepts", () => {
  test.each([
    ["milonga.org", "milonga.org", "milonga.org"],
    [" Milonga.ORG. ", "milonga.org", "milonga.org"],
    ["www.milonga.co.uk", "www.milonga.co.uk", "www.milonga.co.uk"],
    ["club.github.io", "club.github.io", "club.github.io"],
    ["münchen.de", "xn--mnchen-3ya.de", "münchen.de"],
    ["xn--mnchen-3ya.de", "xn--mnchen-3ya.de", "münchen.de"],
    ["faß.de", "xn--fa-hia.de", "faß.de"],
    ["ｍｉｌｏｎｇａ.org", "milonga.org", "milonga.org"],
    ["пример.com", "xn--e1afmkfd.com", "пример.com"],
    ["сосо.рф", "xn--n1aahb.xn--p1ai", "сосо.рф"],
    ["ελλάδα.gr", "xn--hxakic4aa.gr", "ελλάδα.gr"],
    ["العربية.com", "xn--mgbcd4a2b0d2b.com", "العربية.com"],
    ["食狮.中国", "xn--85x722f.xn--fiqs8s", "食狮.中国"],
    ["한국어abc.kr", "xn--abc-lt8l948gbwt.kr", "한국어abc.kr"],
    ["ひらがなカタカナ漢字abc.jp", "xn--abc-o73b4fvb9jyka3rseo550d906b.jp", "ひらがなカタカナ漢字abc.jp"],
  ])("%s", (input, domain, display) => {
    expect(parseCustomDomain(input, production)).toMatchObject({ ok: true, display });
    expect(parseCustomDomain(domain, production)).toEqual({ ok: true, domain, display });
  });
});

describe("parseCustomDomain refuses", () => {
  test.each<[unknown, string]>([
    [null, "malformed"],
    [42, "malformed"],
    ["", "malformed"],
    ["mil onga.org", "malformed"],
    ["https://milonga.org", "malformed"],
    ["milonga.org/", "malformed"],
    ["milonga.org:8080", "malformed"],
    ["user@milonga.org", "malformed"],
    ["*.milonga.org", "malformed"],
    ["_dmarc.milonga.org", "malformed"],
    ["192.0.2.1", "malformed"],
    ["0xc0000201", "malformed"],
    ["[2001:db8::1]", "malformed"],
    ["عربabc.com", "malformed"],
    ["i❤.ws", "malformed"],
    ["milonga", "single_label"],
    ["localhost", "single_label"],
    ["archipelago.example", "platform_domain"],
    ["ARCHIPELAGO.example.", "platform_domain"],
    ["tango.archipelago.example", "platform_domain"],
    ["a.b.archipelago.example", "platform_domain"],
    ["co.uk", "public_suffix"],
    ["github.io", "public_suffix"],
    ["com.br", "public_suffix"],
    ["milonga.localhost", "unknown_suffix"],
    ["milonga.internal", "unknown_suffix"],
    ["milonga.test", "unknown_suffix"],
    ["пaypal.com", "mixed_script"],
    ["gοοgle.com", "mixed_script"],
    ["abcกข.com", "mixed_script"],
    ["кириллицаελ.com", "mixed_script"],
    ["ひらがな한국어.jp", "mixed_script"],
    ["ᏚᎢ.com", "mixed_script"],
    ["xn--i-7iq.ws", "mixed_script"],
    ["club.пaypal.com", "mixed_script"],
    ["аррӏе.com", "confusable"],
    ["xn--80ak6aa92e.com", "confusable"],
    ["сосо.com", "confusable"],
    ["www.аррӏе.com", "confusable"],
    ["аррӏе2.com", "confusable"],
    ["а-с.com", "confusable"],
    ["και.gr", "confusable"],
    ["ոսօ.am", "confusable"],
    ["ɡoogle.com", "confusable"],
    ["ʟatin.com", "confusable"],
  ])("%j: %s", (input, reason) => {
    expect(parseCustomDomain(input, production)).toEqual({ ok: false, reason });
  });

  test("the domain above the root", () => {
    const config = { rootDomain: "net.archipelago.example:8443", production: true };
    const reason = "platform_domain";
    expect(parseCustomDomain("archipelago.example", config)).toEqual({ ok: false, reason });
    expect(parseCustomDomain("x.net.archipelago.example", config)).toEqual({ ok: false, reason });
  });
});

test("in development any name but the network's own will do", () => {
  expect(parseCustomDomain("milonga.localhost", development)).toMatchObject({ ok: true });
  expect(parseCustomDomain("tango.archipelago.localhost", development)).toMatchObject({ ok: false });
});
