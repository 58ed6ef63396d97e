import { describe, expect, it } from "vitest";
import { commentHref, commentsApiPath, commentsHref } from "@/lib/comments/links";
import { renderMarkdown } from "@/lib/markdown/render";
import { findStoredFile, mediaBaseFrom } from "@/lib/media/addresses";
import { sharePostInput } from "@/lib/sharing/schemas";

const post = "0192a1b2-0000-7000-8000-000000000001";
const share = "0192a1b2-0000-7000-8000-000000000002";
const comment = "0192a1b2-0000-7000-8000-000000000003";
const home = "0192a1b2-0000-7000-8000-00000000000a";
const here = "0192a1b2-0000-7000-8000-00000000000b";
const picture = "0192a1b2-0000-7000-8000-00000000000c";

describe("addresses of a lane", () => {
  it("lead to the shared post, those at home to the post", () => {
    const lane = { postId: post, lane: { share, home } };
    expect(commentHref(lane, comment)).toBe(`/shared/${share}?comment=${comment}#c-${comment}`);
    expect(commentsHref(lane, { sort: "newest" })).toBe(`/shared/${share}?sort=newest#comments`);
    expect(commentsApiPath(lane, { after: null, sort: "oldest" })).toBe(
      `/api/v1/shared/${share}/comments?sort=oldest`,
    );
    expect(commentHref({ postId: post }, comment)).toBe(`/p/${post}?comment=${comment}#c-${comment}`);
    expect(commentsApiPath({ postId: post }, { after: null })).toBe(`/api/v1/posts/${post}/comments?`);
  });
});

describe("pictures of a post that came from elsewhere", () => {
  const base = mediaBaseFrom(home);

  it("are asked for below the community they belong to, and are files of that community", () => {
    const html = renderMarkdown(`![Tide](/media/${picture}/1600x900.webp)`, {
      mediaBase: base,
      linkBase: "https://harbour.example",
    });
    expect(html).toContain(`src="${base}${picture}/1600x900.webp"`);
    expect(html).toContain(`${base}${picture}/640.webp 640w`);
    expect(html).not.toContain('"/media/0192');
    expect(findStoredFile(here, ["from", home, picture, "640.webp"])).toEqual({
      bucket: "post-media",
      name: `${home}/${picture}/640.webp`,
      shared: true,
    });
  });

  it("and nothing else is found there", () => {
    const bad = [
      ["from", home, picture],
      ["from", home, "face", "640.webp"],
      ["from", "..", picture, "640.webp"],
      ["from", home, picture, "640.png"],
      ["from", home, "from", picture, "640.webp"],
      ["from", home, picture, picture, "640.webp"],
    ];
    for (const segments of bad) expect(findStoredFile(here, segments)).toBeNull();
    expect(findStoredFile(null, ["from", home, picture, "640.webp"])).toBeNull();
  });

  it("a face of another community is shown by a share, one of this community or of nobody's is not", () => {
    const face = (folder: string) => findStoredFile(here, ["face", folder, post, picture, "64.webp"]);
    expect(face(home)).toMatchObject({ bucket: "avatars", shared: true });
    for (const folder of [here, "people"]) expect(face(folder)).not.toHaveProperty("shared");
  });
});

describe("what is sent to share a post", () => {
  const sent = { tenant: home, post, target: here };

  it("names one community or several, each once", () => {
    expect(sharePostInput.parse(sent).target).toEqual([here]);
    expect(sharePostInput.parse({ ...sent, target: [here, home, here] }).target).toEqual([here, home]);
    const missing = sharePostInput.safeParse({ tenant: home, post });
    expect(missing.error?.issues[0]).toMatchObject({ path: ["target"], message: "choose_community" });
    expect(sharePostInput.safeParse({ ...sent, target: Array(51).fill(here) }).success).toBe(false);
  });

  it("takes only the ends that are offered", () => {
    expect(sharePostInput.parse({ ...sent, days: "30" }).days).toBe(30);
    for (const days of ["1", "-7", "many", "1e9"]) {
      expect(sharePostInput.safeParse({ ...sent, days }).success).toBe(false);
    }
  });
});
