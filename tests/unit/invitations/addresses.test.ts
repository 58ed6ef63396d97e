import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAddresses, writeLinks } from "@/lib/invitations/addresses";
import { rolesToGive } from "@/lib/invitations/roles";

describe("a list of addresses", () => {
  it("is read from lines and from columns, each address once", () => {
    const text =
      '\uFEFFName;E-Mail\r\n"Ana, the first";ANA@Example.org\r\n\r\nben@example.org,Ben\nBen <ben@example.org>\n';
    expect(readAddresses(text)).toEqual({ addresses: ["ana@example.org", "ben@example.org"], bad: [] });
  });

  it("names the lines without an address, by the number they have in the file", () => {
    const { addresses, bad } = readAddresses("ana@example.org\n\nnobody\nx@y\n=cmd|'/c calc'!A1");
    expect(addresses).toEqual(["ana@example.org"]);
    expect(bad.map(({ line }) => line)).toEqual([3, 4, 5]);
  });

  it("takes a head of columns only at the top", () => {
    expect(readAddresses("email\nana@example.org").bad).toEqual([]);
    expect(readAddresses("ana@example.org\nemail").bad).toEqual([{ line: 2, text: "email" }]);
  });

  it("loses no line: each is an address, a repetition, named, or empty", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 30 }), (lines) => {
        const text = ["first@example.org", ...lines].join("\n");
        const { addresses, bad } = readAddresses(text);
        const filled = text.split(/\r\n|\r|\n/).filter((line) => !/^[\s,;]*$/.test(line));
        expect(bad.length).toBe(
          filled.filter((line) => readAddresses(`x@example.org\n${line}`).bad.length).length,
        );
        expect(addresses.length).toBeLessThanOrEqual(filled.length - bad.length);
      }),
    );
  });
});

describe("the file of links", () => {
  it("runs nothing in a spreadsheet", () => {
    const file = writeLinks([{ email: "+1@example.org", url: "https://a.example/join/x" }], "2031-01-01");
    expect(file).toBe(
      `\uFEFF"email","link","until"\r\n"'+1@example.org","https://a.example/join/x","2031-01-01"\r\n`,
    );
  });
});

describe("roles that an invitation gives", () => {
  it("end below the owner and at one's own", () => {
    expect(rolesToGive("owner")).toEqual(["member", "moderator", "admin"]);
    expect(rolesToGive("admin")).toEqual(["member", "moderator", "admin"]);
    expect(rolesToGive("moderator")).toEqual(["member", "moderator"]);
  });
});
