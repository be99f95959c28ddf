import { expect, test } from "vitest";
import { responsesOf } from "./eventStream";

function requestFor(chunks: string[], type = "text/event-stream; charset=utf-8"): () => Promise<Response> {
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk));
      controller.close();
    },
  });
  return async () => new Response(body, { headers: { "content-type": type } });
}

async function all(request: () => Promise<Response>) {
  const responses = [];
  for await (const response of responsesOf(request)) responses.push(response);
  return responses;
}

test("each event is a response, however it was split; heartbeats are not", async () => {
  const chunks = [
    ":\n\n",
    "id: a\nevent: next\nda",
    'ta: {"data":1}\n',
    '\n:\n\nevent: next\ndata: {"data":2}\n\n',
  ];
  expect(await all(requestFor([...chunks, "event: complete\ndata:\n\n"]))).toEqual([
    { data: 1 },
    { data: 2 },
  ]);
});

test("a refused subscription has a single response", async () => {
  expect(await all(requestFor(['{"errors":[]}'], "application/json"))).toEqual([{ errors: [] }]);
});

test("returning aborts the request, even while the next response is awaited", async () => {
  let signal: AbortSignal | undefined;
  const responses = responsesOf((requestSignal) => {
    signal = requestSignal;
    return new Promise((_, reject) =>
      requestSignal.addEventListener("abort", () => reject(new Error("aborted"))),
    );
  });
  const next = responses.next();
  await responses.return?.();
  expect(signal?.aborted).toBe(true);
  expect((await next).done).toBe(true);
});

test("a lost connection is an error, not an end", async () => {
  const lost = responsesOf(() => Promise.reject(new TypeError("Failed to fetch")));
  await expect(lost.next()).rejects.toThrow("Failed to fetch");
});
