/** The web workers of the editor, served by the service itself: nothing is fetched from another host. */
import EditorWorker from "monaco-editor/esm/vs/editor/editor.worker.js?worker";
import JsonWorker from "monaco-editor/esm/vs/language/json/json.worker.js?worker";
import GraphQLWorker from "monaco-graphql/esm/graphql.worker.js?worker";

function getWorker(_id: string, label: string): Worker {
  if (label === "json") return new JsonWorker();
  return label === "graphql" ? new GraphQLWorker() : new EditorWorker();
}

Object.assign(globalThis, { MonacoEnvironment: { getWorker } });
