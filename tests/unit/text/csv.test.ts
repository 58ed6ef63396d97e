import { describe, expect, it } from "vitest";
import { csvLine } from "@/lib/text/csv";

describe("a line of a CSV file", () => {
  it("holds signs, quotes and line ends apart", () => {
    expect(csvLine(["Ana", 'say "hi", all', "two\nlines", ""])).toBe(
      '"Ana","say ""hi"", all","two\nlines",""\r\n',
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x"])(
    "gives %j to no spreadsheet as a formula",
    (value) => {
      expect(csvLine([value])).toBe(`"'${value}"\r\n`);
    },
  );

  it("leaves signs inside a text alone", () => {
    expect(csvLine(["Jean-Luc", "a=b", "me@sea"])).toBe('"Jean-Luc","a=b","me@sea"\r\n');
  });
});
