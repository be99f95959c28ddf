import { expect, test } from "vitest";
import { follow } from "./following";

function told(parts: string[], type = "text/event-stream; charset=utf-8"): () => Promise<Response> {
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(encoder.encode(part));
      controller.close();
    },
  });
  return async () => new Response(body, { headers: { "content-type": type } });
}

async function all(request: () => Promise<Response>) {
  const found = [];
  for await (const answer of follow(request)) found.push(answer);
  return found;
}

test("each event is an answer, wherever it was cut; lines that only say that the line lives are none", async () => {
  const parts = [
    ":\n\n",
    "id: a\nevent: next\nda",
    'ta: {"data":1}\n',
    '\n:\n\nevent: next\ndata: {"data":2}\n\n',
  ];
  expect(await all(told([...parts, "event: complete\ndata:\n\n"]))).toEqual([{ data: 1 }, { data: 2 }]);
});

test("what is refused before it begins is the only answer", async () => {
  expect(await all(told(['{"errors":[]}'], "application/json"))).toEqual([{ errors: [] }]);
});

test("who has enough is told nothing more, though the next answer is waited for", async () => {
  let signal: AbortSignal | undefined;
  const heard = follow((given) => {
    signal = given;
    return new Promise((_, reject) => given.addEventListener("abort", () => reject(new Error("aborted"))));
  });
  const next = heard.next();
  await heard.return?.();
  expect(signal?.aborted).toBe(true);
  expect((await next).done).toBe(true);
});

test("a connection that is lost is no end that was wished for", async () => {
  const lost = follow(() => Promise.reject(new TypeError("Failed to fetch")));
  await expect(lost.next()).rejects.toThrow("Failed to fetch");
});
