"use client";

import { useTranslations } from "next-intl";
import { Field, fieldId } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { BODY_MAX, TITLE_MAX } from "@/lib/posts/limits";
import { AudienceField } from "./audience-field";
import { BodyField } from "./body-field";
import { KindField } from "./kind-field";
import { LengthHint } from "./length-hint";

/** The fields of a post as they are typed. */
export interface PostWords {
  readonly title: string;
  readonly body: string;
  readonly tags: string;
  readonly kind: string;
  readonly visibility: string;
  /** The group that it is for, where it is for one; empty otherwise. */
  readonly groupId?: string;
}

interface PostFieldsProps {
  words: PostWords;
  change: (patch: Partial<PostWords>) => void;
  errors?: Readonly<Record<string, string>>;
  /** Folded, only the text shows until somebody begins. Without scripts everything shows. */
  folded?: boolean;
  /** The post is for a group, and stays so. */
  group?: boolean;
  /** Whether it may be for a group of one's own. */
  groups?: boolean;
  /** Room to edit a long text. */
  tall?: boolean;
}

/** Title, text, tags, type and audience of a post. */
export function PostFields({
  words,
  change,
  errors,
  folded = false,
  group = false,
  groups = false,
  tall = false,
}: PostFieldsProps) {
  const t = useTranslations("post.compose");
  const fold = folded ? "hidden noscript:grid" : "grid";
  return (
    <>
      <div className={fold}>
        <Field name="title" label={t("title")} optional={t("titleHint")} error={errors?.title}>
          {(control) => (
            <Input
              {...control}
              value={words.title}
              className="font-serif text-title-sm"
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <LengthHint text={words.title} max={TITLE_MAX} />
      </div>
      <BodyField
        kind="post"
        id={fieldId("body")}
        value={words.body}
        onChange={(body) => change({ body })}
        label={t("body")}
        placeholder={t("placeholder")}
        max={BODY_MAX}
        size={folded ? "line" : tall ? "tall" : "normal"}
        error={errors?.body}
        tabs={!folded}
      />
      <div className={`${fold} gap-4 sm:grid-cols-2`}>
        <Field
          name="tags"
          label={t("tags")}
          hint={t("tagsHint")}
          optional={t("titleHint")}
          error={errors?.tags}
          className="sm:col-span-2"
        >
          {(control) => (
            <Input
              {...control}
              value={words.tags}
              onChange={(event) => change({ tags: event.target.value })}
            />
          )}
        </Field>
        <KindField kind={words.kind} onChange={(kind) => change({ kind })} error={errors?.kind} />
        <AudienceField
          words={words}
          change={change}
          error={errors?.visibility}
          group={group}
          groups={groups && !folded}
        />
      </div>
    </>
  );
}
