"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef } from "react";
import { addPicture, listPictures } from "@/lib/media/in-text";
import type { Uploaded } from "@/lib/media/schemas";
import { changeText } from "./change-text";
import { PictureTray } from "./picture-tray";
import { UploadList } from "./upload-list";
import { useUploads } from "./use-uploads";

interface PictureToolsProps {
  /** The text that pictures go into. Pasting and dropping files on it adds them. */
  field: HTMLTextAreaElement;
  /** What stands in it. */
  value: string;
}

/** The id of the hidden control that asks for files; a button elsewhere presses it. */
export function pictureInputId(field: HTMLTextAreaElement): string {
  return `${field.id}-pictures`;
}

const hasFiles = (data: DataTransfer | null) => data?.types.includes("Files") ?? false;
const pictures = (data: DataTransfer | null) =>
  [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/") || file.type === "");

/** Takes files that are pasted into a field or dropped on it. A text that comes with them is what was meant. */
function useGivenFiles(field: HTMLTextAreaElement, onFiles: (files: File[]) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      const files = pictures(data);
      if (files.length === 0 || data?.types.includes("text/plain")) return;
      event.preventDefault();
      onFiles(files);
    };
    const over = (event: DragEvent) => {
      if (hasFiles(event.dataTransfer)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event.dataTransfer)) return;
      event.preventDefault();
      onFiles(pictures(event.dataTransfer));
    };
    field.addEventListener("paste", paste);
    field.addEventListener("dragover", over);
    field.addEventListener("drop", drop);
    return () => {
      field.removeEventListener("paste", paste);
      field.removeEventListener("dragover", over);
      field.removeEventListener("drop", drop);
    };
  }, [field, onFiles]);
}

/** A text waits for the pictures that belong to it: until they are there, its form is not sent. */
function useWaiting(field: HTMLTextAreaElement, waiting: boolean, message: string): void {
  useEffect(() => {
    field.setCustomValidity(waiting ? message : "");
    return () => field.setCustomValidity("");
  }, [field, waiting, message]);
}

/** Pictures of a text: those in it, with their words, and those on their way. */
export function PictureTools({ field, value }: PictureToolsProps) {
  const t = useTranslations("post.compose.pictures");
  // Those that are sent together stay together, in their order.
  const before = useRef<string | null>(null);
  const insert = useCallback(
    ({ src }: Uploaded) => {
      const neighbour = listPictures(field.value).findLast((picture) => picture.src === before.current);
      changeText(field, addPicture(field.value, neighbour?.to ?? field.selectionEnd, src));
      before.current = src;
    },
    [field],
  );
  const { uploads, add, retry, drop } = useUploads(insert);
  useEffect(() => {
    if (uploads.length === 0) before.current = null;
  }, [uploads.length]);
  useGivenFiles(field, add);
  useWaiting(
    field,
    uploads.some(({ problem }) => problem === null),
    t("wait"),
  );
  return (
    <>
      <input
        id={pictureInputId(field)}
        type="file"
        multiple
        hidden
        accept="image/jpeg,image/png,image/gif,image/webp,image/avif"
        aria-label={t("choose")}
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          // The same file may be wanted again.
          event.target.value = "";
        }}
      />
      <UploadList uploads={uploads} onRetry={retry} onDrop={drop} />
      <PictureTray field={field} shown={listPictures(value)} />
    </>
  );
}
