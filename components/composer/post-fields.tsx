"use client";

import { useTranslations } from "next-intl";
import { useTenant } from "@/components/providers/tenant-provider";
import { Field, fieldId } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { BODY_MAX, TITLE_MAX } from "@/lib/posts/limits";
import { BodyField } from "./body-field";
import { LengthHint } from "./length-hint";

/** The fields of a post as they are typed. */
export interface PostWords {
  readonly title: string;
  readonly body: string;
  readonly tags: string;
  readonly visibility: string;
}

interface PostFieldsProps {
  words: PostWords;
  change: (patch: Partial<PostWords>) => void;
  errors?: Readonly<Record<string, string>>;
  /** Folded, only the text shows until somebody begins. Without scripts everything shows. */
  folded?: boolean;
  /** The post is for a group, and stays so. */
  group?: boolean;
  /** Room to edit a long text. */
  tall?: boolean;
}

/** Title, text, tags and audience of a post. */
export function PostFields({
  words,
  change,
  errors,
  folded = false,
  group = false,
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
        >
          {(control) => (
            <Input
              {...control}
              value={words.tags}
              onChange={(event) => change({ tags: event.target.value })}
            />
          )}
        </Field>
        <Audience words={words} change={change} error={errors?.visibility} group={group} />
      </div>
    </>
  );
}

function Audience(props: Pick<PostFieldsProps, "words" | "change" | "group"> & { error?: string }) {
  const { words, change, group, error } = props;
  const t = useTranslations("post.compose");
  const tenant = useTenant();
  if (group) {
    return (
      <p className="grid content-start gap-1.5 text-sm">
        <span className="font-medium">{t("visibility")}</span>
        {t("group")}
      </p>
    );
  }
  return (
    <Field name="visibility" label={t("visibility")} error={error} required className="content-start">
      {(control) => (
        <Select
          {...control}
          value={words.visibility}
          onChange={(event) => change({ visibility: event.target.value })}
        >
          {tenant?.isPublic ? <option value="public">{t("public")}</option> : null}
          <option value="members">{t("members", { name: tenant?.name ?? "" })}</option>
          <option value="me">{t("me")}</option>
        </Select>
      )}
    </Field>
  );
}
