import type { UploadedMark } from "@/lib/media/schemas";
import { sendFile } from "./send-file";
import { shrinkPicture } from "./shrink";

/** Longest side that is sent for a face or logo: three times what is kept, since the middle is cut out of it. */
const MARK_SENT = 960;

/** Sends a face or logo. @throws RefusedPicture, ApiProblem */
export async function sendMark(path: string, file: File): Promise<string | null> {
  const body = await shrinkPicture(file, MARK_SENT);
  const sent = await sendFile<UploadedMark>({
    method: "PUT",
    path,
    body,
    signal: new AbortController().signal,
  });
  return sent.path;
}
