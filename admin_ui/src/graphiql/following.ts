/** What a subscription is told, as server-sent events, until it ends or whoever listens has enough. */
export type Answer = Record<string, unknown>;

/** The answers in order; what is refused before it begins is the only one. */
export function follow(request: (signal: AbortSignal) => Promise<Response>): AsyncIterableIterator<Answer> {
  const stop = new AbortController();
  const heard = answers(request, stop.signal);
  return {
    next: () => heard.next(),
    return: () => {
      stop.abort(); // a generator that waits for the next answer would end only with that
      return heard.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* answers(
  request: (signal: AbortSignal) => Promise<Response>,
  signal: AbortSignal,
): AsyncGenerator<Answer, undefined> {
  try {
    const response = await request(signal);
    if (!response.headers.get("content-type")?.startsWith("text/event-stream") || !response.body) {
      yield await response.json();
      return;
    }
    for await (const event of events(response.body)) {
      const data = /^data: (.+)$/m.exec(event)?.[1];
      if (data) yield JSON.parse(data);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Events end with an empty line, wherever the network has cut them. */
async function* events(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const whole = (rest + decoder.decode(part.value, { stream: true })).split("\n\n");
    rest = whole.pop() ?? "";
    yield* whole;
  }
}
