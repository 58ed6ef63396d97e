import { ApiProblem, toProblem } from "@/lib/http/fetch-json";

interface FileRequest {
  method: "POST" | "PUT";
  path: string;
  body: Blob;
  signal: AbortSignal;
  /** Is told which share has been sent, 0 to 1. */
  onProgress?: (share: number) => void;
}

/**
 * Sends a file to our own API. `fetch` cannot tell how much of it has gone, so this does not use it. `T` is what the
 * route of that path is written to answer. Rejects with the signal's reason once it is aborted.
 * @throws ApiProblem
 */
export function sendFile<T>({ method, path, body, signal, onProgress }: FileRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiProblem({ code: "offline", title: "offline" }));
    request.onabort = () => reject(signal.reason);
    request.onload = () => {
      const { status, statusText, responseText } = request;
      if (status >= 200 && status < 300) resolve(JSON.parse(responseText) as T);
      else void toProblem(new Response(responseText, { status, statusText })).then(reject);
    };
    signal.addEventListener("abort", () => request.abort(), { once: true });
    if (signal.aborted) reject(signal.reason);
    else request.send(body);
  });
}
