"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { ArrowDown, ArrowUp, Trash2 } from "@/components/ui/icons";
import { Input } from "@/components/ui/input";
import { parsePictureSrc } from "@/lib/media/addresses";
import { describePicture, removePicture, type ShownPicture, swapPictures } from "@/lib/media/in-text";
import { widthsOf } from "@/lib/media/sizes";
import { changeText } from "./change-text";

interface PictureTrayProps {
  field: HTMLTextAreaElement;
  /** The pictures of the field's text, in its order. */
  shown: readonly ShownPicture[];
}

const ICON = { "aria-hidden": true, size: 18 } as const;

/** The smallest file of a picture. */
function smallSrc(src: string): string {
  const picture = parsePictureSrc(src);
  const [width] = picture ? widthsOf(picture.width) : [];
  return !picture || width === picture.width ? src : `/media/${picture.id}/${width}.webp`;
}

/** The pictures in a text with words for each. What is changed here is changed in the text: there is no other list. */
export function PictureTray({ field, shown }: PictureTrayProps) {
  const t = useTranslations("post.compose.pictures");
  if (shown.length === 0) return null;
  const swap = (first: ShownPicture | undefined, second: ShownPicture | undefined) => {
    if (first && second) changeText(field, swapPictures(field.value, first, second));
  };
  return (
    <ol aria-label={t("label")} className="grid gap-3">
      {shown.map((picture, index) => (
        <li
          // A text may show the same picture twice.
          key={`${picture.src}#${shown.slice(0, index).filter(({ src }) => src === picture.src).length}`}
          className="grid grid-cols-[5rem_minmax(0,1fr)] gap-3 rounded-control border border-line p-2"
        >
          <Preview picture={picture} />
          <div className="grid content-start gap-2">
            <AltField
              alt={picture.alt}
              onChange={(alt) => changeText(field, describePicture(picture, alt))}
            />
            <div className="flex flex-wrap gap-1">
              <Button
                size="sm"
                variant="quiet"
                square
                aria-label={t("up", { number: index + 1 })}
                disabled={index === 0}
                onClick={() => swap(shown[index - 1], picture)}
              >
                <ArrowUp {...ICON} />
              </Button>
              <Button
                size="sm"
                variant="quiet"
                square
                aria-label={t("down", { number: index + 1 })}
                disabled={index === shown.length - 1}
                onClick={() => swap(picture, shown[index + 1])}
              >
                <ArrowDown {...ICON} />
              </Button>
              <Button
                size="sm"
                variant="quiet"
                square
                aria-label={t("remove", { number: index + 1 })}
                onClick={() => changeText(field, removePicture(field.value, picture))}
              >
                <Trash2 {...ICON} />
              </Button>
            </div>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Preview({ picture: { src, alt } }: { picture: ShownPicture }) {
  const t = useTranslations("post.compose.pictures");
  const [gone, setGone] = useState(false);
  if (gone) return <p className="text-xs text-danger">{t("gone")}</p>;
  return (
    <img
      src={smallSrc(src)}
      alt={alt}
      width={80}
      height={80}
      onError={() => setGone(true)}
      className="size-20 rounded-control bg-surface-sunken object-cover"
    />
  );
}

function AltField({ alt, onChange }: { alt: string; onChange: (alt: string) => void }) {
  const t = useTranslations("post.compose.pictures");
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-sm">
        {t("alt")}
      </label>
      <Input
        id={id}
        dir="auto"
        maxLength={1000}
        value={alt}
        onChange={(event) => onChange(event.target.value)}
        // Enter belongs to the form around it, which is not ready because of one description.
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault();
        }}
      />
    </div>
  );
}
