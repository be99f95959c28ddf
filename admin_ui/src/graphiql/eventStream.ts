/** The responses to a subscription, as server-sent events. */
export type GraphQLResponse = Record<string, unknown>;

/**
 * The responses in order, until the stream ends or the caller returns. A refused subscription has one
 * response.
 */
export function responsesOf(
  request: (signal: AbortSignal) => Promise<Response>,
): AsyncIterableIterator<GraphQLResponse> {
  const abortController = new AbortController();
  const responses = readResponses(request, abortController.signal);
  return {
    next: () => responses.next(),
    return: () => {
      // Else a generator that waits for the next response would end only once it has arrived.
      abortController.abort();
      return responses.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* readResponses(
  request: (signal: AbortSignal) => Promise<Response>,
  signal: AbortSignal,
): AsyncGenerator<GraphQLResponse, undefined> {
  try {
    const response = await request(signal);
    if (!response.headers.get("content-type")?.startsWith("text/event-stream") || !response.body) {
      yield await response.json();
      return;
    }
    for await (const event of readEvents(response.body)) {
      const data = /^data: (.+)$/m.exec(event)?.[1];
      if (data) yield JSON.parse(data);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** The events, which end with an empty line, however the network has split them. */
async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let buffer = "";
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const complete = (buffer + decoder.decode(chunk.value, { stream: true })).split("\n\n");
    buffer = complete.pop() ?? "";
    yield* complete;
  }
}
